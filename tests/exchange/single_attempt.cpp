// SPDX-License-Identifier: MIT
#include <medusa/exchange/single_attempt.hpp>

#include <doctest/doctest.h>

#include <support/hidden.hpp>

namespace {

using namespace medusa;

constexpr duration ms(std::int64_t n) { return duration::milliseconds(n); }

constexpr bool test_one_attempt() {
  request r;
  r.max_body = 10;
  retry_policy const many{.max_retries = 9};
  single_attempt good(r, many, duration::max(), true);
  if (good.count() != 0 || good.begin({}) != step::send || good.count() != 1) return false;
  if (good.received({.status = 503, .body_size = 10}, {}) != step::done || good.verdict() != errc{})
    return false;
  single_attempt large(r, many, duration::max(), true);
  if (large.begin({}) != step::send ||
      large.received({.status = 200, .body_size = 11}, {}) != step::done)
    return false;
  single_attempt broken(r, many, duration::max(), true);
  return large.verdict() == errc::response_too_large && broken.begin({}) == step::send &&
         broken.failed(false, {}) == step::done && broken.verdict() == errc::transport_failed;
}
TEST_CASE("single_attempt: nothing is repeated") { CHECK(test_one_attempt()); }
static_assert(test_one_attempt());

constexpr bool test_time_limit_of_one() {
  request r;
  r.timeout = ms(500);
  single_attempt const longer(r, {}, ms(501), true);
  if (longer.request().timeout != ms(500)) return false;
  single_attempt const shorter(r, {}, ms(200), true);
  return shorter.request().timeout == ms(200);
}
TEST_CASE("single_attempt: a deadline shortens the time limit") { CHECK(test_time_limit_of_one()); }
static_assert(test_time_limit_of_one());

constexpr bool test_cancelled_attempts() {
  bool flag = true;
  request r;
  r.cancel = &flag;
  single_attempt before(r, {}, duration::max(), true);
  if (before.begin({}) != step::done || before.count() != 0 || before.verdict() != errc::cancelled)
    return false;
  flag = false;
  single_attempt meanwhile(r, {}, duration::max(), true);
  if (meanwhile.begin({}) != step::send) return false;
  flag = true;
  return meanwhile.overdue({}) && meanwhile.expired({}) &&
         meanwhile.failed(true, {}) == step::done && meanwhile.verdict() == errc::cancelled;
}
TEST_CASE("single_attempt: cancelled before and meanwhile") { CHECK(test_cancelled_attempts()); }
static_assert(test_cancelled_attempts());

constexpr bool test_waits_for_nothing() {
  request r;
  single_attempt attempt(r, {}, duration::max(), true);
  return support::hidden(&single_attempt::delay)() == duration() &&
         attempt.waited(support::hidden(ms(1))) == step::send && attempt.count() == 1;
}
TEST_CASE("single_attempt: nothing is waited for") { CHECK(test_waits_for_nothing()); }
static_assert(test_waits_for_nothing());

}  // namespace
