#include <medusa/exchange/attempts.hpp>

#include <doctest/doctest.h>

#include <string_view>

#include <support/twins.hpp>

// What tests/exchange/exchange.cpp does not reach: the rules alone, without results.
namespace {

using namespace medusa;

constexpr duration ms(std::int64_t n) { return duration::milliseconds(n); }

/// What attempts refer to, and they.
struct call {
  constexpr call(request const& r, retry_policy const& p, duration deadline)
      : wanted(r), policy(p), tries(wanted, policy, deadline, true) {}
  call(call const&) = delete;
  request wanted;
  retry_policy policy;
  attempts tries;
};

constexpr bool test_a_response_is_left_to_the_reader() {
  call a_call({}, {.max_retries = 3}, duration::max());
  attempts& a = a_call.tries;
  if (a.begin({}) != step::send || a.count() != 1) return false;
  return a.received({.status = 404, .body_size = 10}, {}) == step::done && a.verdict() == errc{};
}

constexpr bool test_last_refusal_is_left_to_the_reader() {
  call a_call({}, {.max_retries = 1}, duration::max());
  attempts& a = a_call.tries;
  if (a.begin({}) != step::send || a.received({.status = 503}, {}) != step::wait) return false;
  if (a.waited({}) != step::send || a.count() != 2) return false;
  return a.received({.status = 503}, {}) == step::done && a.verdict() == errc{};
}

constexpr bool test_size_of_the_body() {
  request r;
  r.max_body = 10;
  call fits_call(r, {}, duration::max());
  attempts& fits = fits_call.tries;
  if (fits.begin({}) != step::send ||
      fits.received({.status = 200, .body_size = 10}, {}) != step::done || fits.verdict() != errc{})
    return false;
  call large_call(r, {}, duration::max());
  attempts& large = large_call.tries;
  return large.begin({}) == step::send &&
         large.received({.status = 200, .body_size = 11}, {}) == step::done &&
         large.verdict() == errc::response_too_large;
}

constexpr bool test_no_limits_at_the_end_of_time() {
  call a_call({}, {.max_retries = 1}, duration::max());
  attempts& a = a_call.tries;
  if (a.begin(duration::max()) != step::send || a.request().timeout != duration::max())
    return false;
  return a.failed(true, {.now = duration::max()}) == step::wait &&
         a.waited(duration::max()) == step::send;
}

constexpr bool test_a_deadline_shorter_than_the_time_limit() {
  request r;
  r.timeout = ms(500);
  call a_call(r, {}, ms(200));
  attempts& a = a_call.tries;
  return a.begin(ms(1000)) == step::send && a.request().timeout == ms(200) &&
         a.failed(true, {.now = ms(1200)}) == step::done && a.verdict() == errc::deadline_exceeded;
}

constexpr bool test_the_last_millisecond() {
  call a_call({}, {.max_retries = 3}, ms(200));
  attempts& a = a_call.tries;
  if (a.begin(ms(1000)) != step::send) return false;
  auto const refused = [&] {
    return a.received({.status = 503, .retry_after = "0"}, {.now = ms(1199)}) == step::wait;
  };
  if (!refused() || a.waited(ms(1199)) != step::send || a.request().timeout != ms(1)) return false;
  return refused() && a.waited(ms(1200)) == step::done && a.verdict() == errc::deadline_exceeded;
}

constexpr bool test_a_cap_below_zero_is_no_wait() {
  call a_call({}, {.max_retries = 1, .max_retry_after = ms(-1000)}, ms(500));
  attempts& a = a_call.tries;
  if (a.begin(ms(100)) != step::send) return false;
  return a.received({.status = 503, .retry_after = "7"}, {.now = ms(100)}) == step::wait &&
         a.delay() == ms(0);
}

/// 784111777 is 08:49:37.
constexpr bool test_a_date_to_wait_for() {
  call a_call({}, {.max_retries = 2}, duration::max());
  attempts& a = a_call.tries;
  constexpr std::string_view date = "Sun, 06 Nov 1994 08:49:47 GMT";
  if (a.begin({}) != step::send) return false;
  if (a.received({.status = 503, .retry_after = date}, {.unix_time = 784111777}) != step::wait ||
      a.delay() != ms(10'000))
    return false;
  if (a.waited({}) != step::send) return false;
  return a.received({.status = 503, .retry_after = date, .date = " Sun, 06 Nov 1994 08:49:45 GMT "},
                    {.unix_time = 784111777}) == step::wait &&
         a.delay() == ms(2000);
}

constexpr bool test_when_nobody_should_wait_longer() {
  request r;
  bool flag = false;
  r.timeout = ms(500);
  r.cancel = &flag;
  call a_call(r, {}, ms(700));
  attempts& a = a_call.tries;
  if (a.begin(ms(1000)) != step::send || a.overdue(ms(1499)) || !a.overdue(ms(1500))) return false;
  if (a.expired(ms(1699)) || !a.expired(ms(1700)) || a.deadline() != ms(1700)) return false;
  call endless({}, {}, duration::max());
  if (endless.tries.begin(ms(5)) != step::send || endless.tries.deadline() != duration::max())
    return false;
  flag = true;
  return a.overdue(ms(1000)) && a.expired(ms(1000));
}

constexpr bool test_a_driver_that_gives_up() {
  call a_call({}, {.max_retries = 3}, duration::max());
  attempts& a = a_call.tries;
  return a.begin({}) == step::send && a.stop(errc::cancelled) == step::done &&
         a.verdict() == errc::cancelled;
}

}  // namespace

TWIN("attempts: a response is left to the reader", test_a_response_is_left_to_the_reader);
TWIN("attempts: the last refusal is left to the reader", test_last_refusal_is_left_to_the_reader);
TWIN("attempts: N bytes of body fit, N+1 do not", test_size_of_the_body);
TWIN("attempts: no limits at the end of time", test_no_limits_at_the_end_of_time);
TWIN("attempts: a deadline shorter than the time limit",
     test_a_deadline_shorter_than_the_time_limit);
TWIN("attempts: one millisecond before the deadline is time enough", test_the_last_millisecond);
TWIN("attempts: a cap below zero is no wait", test_a_cap_below_zero_is_no_wait);
TWIN("attempts: a date to wait for", test_a_date_to_wait_for);
TWIN("attempts: when nobody should wait longer", test_when_nobody_should_wait_longer);
TWIN("attempts: a driver that gives up", test_a_driver_that_gives_up);
