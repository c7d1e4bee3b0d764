#include <medusa/exchange/exchange.hpp>

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <string_view>

#include <medusa/exchange/refreshing_attempts.hpp>
#include <medusa/json/scanner.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/operation/create_user.hpp>
#include <medusa/operation/delete_user.hpp>
#include <medusa/operation/retrieve_user.hpp>
#include <support/twins.hpp>

// The state machine alone, event by event; tests/client/ runs it through a client.
namespace {

using namespace medusa;
using storage_type = fixed<48, 4>;

struct error {
  int code = 0;
};
template <class Op>
using machine = exchange<Op, storage_type, json::scanner, error>;
using user = basic_user<storage_type>;

constexpr response_view good{200, R"({"user":{"id":"usr_1","email":"ada@example.com"}})"};
constexpr duration ms(std::int64_t n) { return duration::milliseconds(n); }

constexpr bool test_first_success_is_the_result() {
  user out;
  machine<admin::retrieve_user> e({}, {}, duration::max(), out);
  if (e.begin(ms(5)) != step::send) return false;
  response_view response = good;
  return e.received(response, {.now = ms(6)}) == step::done && !e.failure() && out.id == "usr_1";
}

constexpr bool test_no_retries_by_default() {
  user out;
  machine<admin::retrieve_user> e({}, {}, duration::max(), out);
  if (e.begin({}) != step::send) return false;
  response_view response{503, "", {}};
  return e.received(response, {}) == step::done && e.failure()->code == errc::unavailable &&
         e.failure()->status == 503 && e.failure()->attempts == 1;
}

constexpr bool test_attempts_are_counted_and_bounded() {
  user out;
  machine<admin::retrieve_user> e({}, {.max_retries = 2}, duration::max(), out);
  step next = e.begin({});
  int sends = 0;
  for (; next != step::done; ++sends) {
    if (next != step::send) return false;
    next = e.failed({.code = 7}, true, {.random = 1});
    if (next == step::wait) next = e.waited({});
  }
  auto const& f = *e.failure();
  return sends == 3 && f.attempts == 3 && f.code == errc::transport_failed &&
         f.transport->code == 7 && f.status == 0;
}

constexpr bool test_unknown_outcome_is_not_repeated_for_create() {
  user out;
  machine<admin::create_user> e({}, {.max_retries = 2}, duration::max(), out);
  if (e.begin({}) != step::send || e.failed({}, true, {}) != step::done) return false;
  machine<admin::create_user> not_sent({}, {.max_retries = 2}, duration::max(), out);
  if (not_sent.begin({}) != step::send || not_sent.failed({}, false, {}) != step::wait)
    return false;
  machine<admin::create_user> opted({}, {.max_retries = 2, .repeat_unsafe = true}, duration::max(),
                                    out);
  return opted.begin({}) == step::send && opted.failed({}, true, {}) == step::wait;
}

constexpr bool test_retry_after_seconds() {
  user out;
  std::array<header, 1> const headers{header{"retry-after", " 7 "}};
  machine<admin::retrieve_user> e({}, {.max_retries = 1}, duration::max(), out);
  if (e.begin({}) != step::send) return false;
  response_view response{429, "", headers};
  return e.received(response, {.random = 3}) == step::wait && e.delay() == duration::seconds(7);
}

constexpr duration delay_for(std::span<header const> headers, std::optional<std::int64_t> unix_time,
                             std::uint64_t random = 3) {
  user out;
  machine<admin::retrieve_user> e({}, {.max_retries = 1, .max_retry_after = duration::seconds(60)},
                                  duration::max(), out);
  if (e.begin({}) != step::send) return ms(-1);
  response_view response{503, "", headers};
  if (e.received(response, {.random = random, .unix_time = unix_time}) != step::wait) return ms(-1);
  return e.delay();
}

constexpr bool test_retry_after_dates() {
  // From the response's own Date, whatever our clock says.
  std::array<header, 2> const both{header{"Retry-After", "Sun, 06 Nov 1994 08:49:47 GMT"},
                                   header{"Date", "Sun, 06 Nov 1994 08:49:37 GMT"}};
  if (delay_for(both, 0) != duration::seconds(10)) return false;
  // From our clock when the response has none (784111777 is 08:49:37).
  std::array<header, 1> const alone{header{"Retry-After", "Sun, 06 Nov 1994 08:49:47 GMT"}};
  if (delay_for(alone, 784111777) != duration::seconds(10)) return false;
  // Nobody knows the time, or garbage: back-off as if there were none.
  if (delay_for(alone, std::nullopt) != ms(3)) return false;
  std::array<header, 1> const garbage{header{"Retry-After", "soon"}};
  if (delay_for(garbage, 0) != ms(3)) return false;
  // In the past: at once. Too far away: the cap.
  if (delay_for(alone, 784111788) != duration()) return false;
  std::array<header, 1> const far{header{"Retry-After", "86400"}};
  return delay_for(far, 0) == duration::seconds(60);
}

constexpr bool test_deadline_bounds_attempts_and_waits() {
  user out;
  medusa::request r;
  r.timeout = ms(1000);
  machine<admin::retrieve_user> e(
      r, {.max_retries = 9, .base_delay = ms(100), .max_delay = ms(100)}, ms(2500), out);
  if (e.begin(ms(50)) != step::send || e.request().timeout != ms(1000)) return false;
  // A wait that the deadline allows, and then an attempt that gets what is left of it.
  if (e.failed({}, true, {.now = ms(1050), .random = 100}) != step::wait || e.delay() != ms(100))
    return false;
  if (e.waited(ms(1650)) != step::send || e.request().timeout != ms(900)) return false;
  // A wait that would end after it: the failure at hand is the result.
  if (e.failed({.code = 28}, true, {.now = ms(2450), .random = 100}) != step::done) return false;
  return e.failure()->code == errc::transport_failed && e.failure()->attempts == 2;
}

constexpr bool test_deadline_over() {
  user out;
  medusa::request r;
  r.timeout = ms(1000);
  machine<admin::retrieve_user> late({}, {.max_retries = 9}, ms(100), out);
  if (late.begin({}) != step::send) return false;
  if (late.failed({.code = 28}, true, {.now = ms(100)}) != step::done) return false;
  if (late.failure()->code != errc::deadline_exceeded || late.failure()->transport->code != 28)
    return false;
  machine<admin::retrieve_user> slow_wait({}, {.max_retries = 9}, ms(100), out);
  if (slow_wait.begin({}) != step::send || slow_wait.failed({}, true, {.random = 0}) != step::wait)
    return false;
  return slow_wait.waited(ms(100)) == step::done &&
         slow_wait.failure()->code == errc::deadline_exceeded;
}

constexpr bool test_time_limit_of_an_attempt() {
  user out;
  medusa::request r;
  r.timeout = ms(1000);
  machine<admin::retrieve_user> e(r, {}, duration::max(), out);
  if (e.begin(ms(10)) != step::send || e.failed({}, true, {.now = ms(1010)}) != step::done)
    return false;
  return e.failure()->code == errc::timed_out && e.failure()->stage() == stage::deadline;
}

constexpr bool test_cancellation() {
  user out;
  bool flag = true;
  medusa::request r;
  r.cancel = &flag;
  machine<admin::retrieve_user> before(r, {}, duration::max(), out);
  if (before.begin({}) != step::done || before.failure()->code != errc::cancelled ||
      before.failure()->attempts != 0)
    return false;

  flag = false;
  machine<admin::retrieve_user> during(r, {.max_retries = 5}, duration::max(), out);
  if (during.begin({}) != step::send) return false;
  flag = true;
  if (during.failed({.code = 42}, true, {}) != step::done ||
      during.failure()->code != errc::cancelled)
    return false;
  if (during.failure()->transport->code != 42) return false;

  flag = false;
  machine<admin::retrieve_user> waiting(r, {.max_retries = 5}, duration::max(), out);
  if (waiting.begin({}) != step::send || waiting.failed({}, true, {}) != step::wait) return false;
  flag = true;
  if (waiting.waited({}) != step::done || waiting.failure()->code != errc::cancelled) return false;

  // An answer that arrived is not thrown away.
  flag = false;
  machine<admin::retrieve_user> answered(r, {}, duration::max(), out);
  if (answered.begin({}) != step::send) return false;
  flag = true;
  response_view response = good;
  return answered.received(response, {}) == step::done && !answered.failure();
}

constexpr bool test_response_larger_than_allowed() {
  user out;
  medusa::request r;
  r.max_body = good.body().size();
  response_view response = good;
  machine<admin::retrieve_user> fits(r, {}, duration::max(), out);
  if (fits.begin({}) != step::send || fits.received(response, {}) != step::done || fits.failure())
    return false;
  r.max_body = good.body().size() - 1;
  machine<admin::retrieve_user> large(r, {}, duration::max(), out);
  if (large.begin({}) != step::send || large.received(response, {}) != step::done) return false;
  return large.failure()->code == errc::response_too_large && large.failure()->status == 200;
}

constexpr bool test_broken_success_is_not_repeated() {
  user out;
  machine<admin::retrieve_user> e({}, {.max_retries = 5}, duration::max(), out);
  response_view response{200, "<html></html>"};
  return e.begin({}) == step::send && e.received(response, {}) == step::done &&
         e.failure()->code == errc::malformed_json && e.failure()->attempts == 1;
}

constexpr bool test_refusal_that_no_credentials_mend() {
  user out;
  detail::erased_pointer<user> const to(out);
  using failure_type = failure<storage_type, error>;
  std::optional<failure_type> failed;
  detail::optional_slot<failure_type> slot(failed);
  using reader = detail::answer_reader<json::scanner>;
  medusa::request r;
  retry_policy const policy{};
  basic_exchange<failure_type, reader, refreshing_attempts> e(
      {.form = &detail::answer_form_of<admin::retrieve_user, user, json::scanner::value>,
       .out = &to},
      slot, r, policy, duration::max(), true, true);
  response_view refused{401, ""};
  if (e.begin({}) != step::send || e.received(refused, {}) != step::refresh || failed) return false;
  return e.refreshed(errc::unauthorized, {}) == step::done && failed->status == 401 &&
         failed->code == errc::unauthorized && failed->attempts == 1;
}

}  // namespace

TWIN("exchange: the first success is the result", test_first_success_is_the_result);
TWIN("exchange: no retries by default", test_no_retries_by_default);
TWIN("exchange: attempts are counted and bounded", test_attempts_are_counted_and_bounded);
TWIN("exchange: create is not repeated when its outcome is unknown",
     test_unknown_outcome_is_not_repeated_for_create);
TWIN("exchange: Retry-After in seconds", test_retry_after_seconds);
TWIN("exchange: Retry-After as a date, capped, garbage ignored", test_retry_after_dates);
TWIN("exchange: the deadline bounds attempts and waits", test_deadline_bounds_attempts_and_waits);
TWIN("exchange: the deadline is over", test_deadline_over);
TWIN("exchange: the time limit of an attempt", test_time_limit_of_an_attempt);
TWIN("exchange: cancellation", test_cancellation);
TWIN("exchange: N bytes of response fit, N+1 do not", test_response_larger_than_allowed);
TWIN("exchange: a broken success is not repeated", test_broken_success_is_not_repeated);
TWIN("exchange: a refusal that no credentials mend", test_refusal_that_no_credentials_mend);
