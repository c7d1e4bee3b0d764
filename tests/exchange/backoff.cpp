#include <medusa/exchange/backoff.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

namespace {

using medusa::backoff;
using medusa::backoff_bound;
using medusa::duration;
using medusa::retry_policy;

constexpr retry_policy policy{.base_delay = duration::milliseconds(500),
                              .max_delay = duration::seconds(8)};

constexpr bool test_bound_doubles_up_to_the_cap() {
  std::int64_t const wanted[] = {500, 1000, 2000, 4000, 8000, 8000, 8000};
  std::uint32_t k = 1;
  for (std::int64_t const each : wanted)
    if (backoff_bound(policy, k++).count() != each) return false;
  return backoff_bound(policy, std::numeric_limits<std::uint32_t>::max()).count() == 8000;
}

constexpr bool test_bound_that_doubling_passes() {
  constexpr retry_policy odd{.base_delay = duration::milliseconds(3),
                             .max_delay = duration::milliseconds(5)};
  constexpr retry_policy least{.base_delay = duration::milliseconds(1),
                               .max_delay = duration::milliseconds(1)};
  return backoff_bound(odd, 1).count() == 3 && backoff_bound(odd, 2).count() == 5 &&
         backoff_bound(least, 9).count() == 1;
}

constexpr bool test_bound_never_overflows() {
  constexpr retry_policy huge{.base_delay = duration::seconds(1), .max_delay = duration::max()};
  return backoff_bound(huge, 70) == duration::max();
}

constexpr bool test_strange_policies_do_not_wait() {
  if (backoff({.base_delay = duration()}, 3, 12345) != duration()) return false;
  if (backoff({.base_delay = duration::milliseconds(-5)}, 1, 12345) != duration()) return false;
  return backoff({.max_delay = duration::milliseconds(-5)}, 1, 12345) == duration();
}

constexpr bool test_jitter_covers_the_whole_interval() {
  if (backoff(policy, 1, 0) != duration()) return false;
  if (backoff(policy, 1, 500) != duration::milliseconds(500)) return false;
  if (backoff(policy, 1, 501) != duration()) return false;
  for (std::uint64_t random = 0; random < 3000; random += 7)
    if (backoff(policy, 2, random * 0x9E3779B97F4A7C15u) > duration::milliseconds(1000))
      return false;
  return backoff({.base_delay = duration::max(), .max_delay = duration::max()}, 1,
                 ~std::uint64_t{0})
             .count() >= 0;
}

}  // namespace

TEST_CASE("backoff: the bound doubles up to the cap") { CHECK(test_bound_doubles_up_to_the_cap()); }
static_assert(test_bound_doubles_up_to_the_cap());

TEST_CASE("backoff: the bound is the cap when doubling passes it") {
  CHECK(test_bound_that_doubling_passes());
}
static_assert(test_bound_that_doubling_passes());

TEST_CASE("backoff: the bound never overflows") { CHECK(test_bound_never_overflows()); }
static_assert(test_bound_never_overflows());

TEST_CASE("backoff: without a positive delay there is no wait") {
  CHECK(test_strange_policies_do_not_wait());
}
static_assert(test_strange_policies_do_not_wait());

TEST_CASE("backoff: full jitter") { CHECK(test_jitter_covers_the_whole_interval()); }
static_assert(test_jitter_covers_the_whole_interval());
