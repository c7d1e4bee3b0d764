#include <medusa/client/clock.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <cstdint>
#include <optional>

#include <medusa/client/steady_clock.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/testing/virtual_clock.hpp>

namespace {

using namespace medusa;

struct least_clock {
  constexpr duration now() { return {}; }
  constexpr bool wait(duration) { return true; }
  constexpr std::uint64_t random() { return 4; }
};
struct dated_clock : least_clock {
  constexpr int unix_time() { return 5; }
};
static_assert(medusa::clock<least_clock> && medusa::clock<dated_clock> && medusa::clock<no_clock>);
static_assert(medusa::clock<steady_clock> && medusa::clock<testing::virtual_clock>);

struct without_now {
  void wait(duration);
  std::uint64_t random();
};
struct now_of_chrono : least_clock {
  std::int64_t now();
};
struct without_wait {
  duration now();
  std::uint64_t random();
};
struct too_little_entropy : least_clock {
  std::uint32_t random();
};
static_assert(!medusa::clock<without_now> && !medusa::clock<now_of_chrono>);
static_assert(!medusa::clock<without_wait> && !medusa::clock<too_little_entropy>);
static_assert(!medusa::clock<testing::virtual_clock const> && !medusa::clock<int>);

static_assert(std::same_as<default_clock<hosted>, steady_clock>);
static_assert(std::same_as<default_clock<fixed<8, 1>>, no_clock>);
static_assert(std::same_as<default_clock<borrowed<1>>, no_clock>);

constexpr bool test_unix_time_is_asked_for_if_there_is_one() {
  least_clock none;
  dated_clock dated;
  return detail::unix_time_of(none) == std::nullopt && detail::unix_time_of(dated) == 5;
}

constexpr bool test_no_clock_knows_nothing() {
  no_clock::wait(duration::seconds(5));
  return no_clock::now() == duration() && no_clock::random() == 0;
}

}  // namespace

TEST_CASE("clock: the Unix time is asked for if there is one") {
  CHECK(test_unix_time_is_asked_for_if_there_is_one());
}
static_assert(test_unix_time_is_asked_for_if_there_is_one());

TEST_CASE("clock: no_clock knows nothing") { CHECK(test_no_clock_knows_nothing()); }
static_assert(test_no_clock_knows_nothing());
