#include <medusa/exchange/refreshing_attempts.hpp>

#include <doctest/doctest.h>

#include <support/twins.hpp>

namespace {

using namespace medusa;
constexpr duration refresh_ms(std::int64_t n) { return duration::milliseconds(n); }

constexpr bool test_refresh_once_in_a_call() {
  request r;
  retry_policy const policy{.max_retries = 1};
  refreshing_attempts a(r, policy, duration::max(), true, true);
  if (a.begin({}) != step::send || a.received({.status = 401}, {}) != step::refresh) return false;
  if (a.refreshed({}, refresh_ms(5)) != step::send || a.count() != 2) return false;
  if (r.attempt.reason != outcome::answered || r.attempt.status != 401) return false;
  // It was no retry: that one is left.
  if (a.received({.status = 503}, {}) != step::wait || a.waited(refresh_ms(6)) != step::send ||
      a.count() != 3)
    return false;
  return a.received({.status = 401}, {}) == step::done && a.verdict() == errc{};
}

constexpr bool test_no_refresh() {
  request r;
  retry_policy const policy{};
  refreshing_attempts not_ours(r, policy, duration::max(), true, false);
  if (not_ours.begin({}) != step::send || not_ours.received({.status = 401}, {}) != step::done)
    return false;
  refreshing_attempts other(r, policy, duration::max(), true, true);
  if (other.begin({}) != step::send || other.received({.status = 403}, {}) != step::done)
    return false;
  bool flag = false;
  r.cancel = &flag;
  refreshing_attempts cancelled(r, policy, duration::max(), true, true);
  if (cancelled.begin({}) != step::send) return false;
  flag = true;
  return cancelled.received({.status = 401}, {}) == step::done;
}

constexpr bool test_refresh_that_fails() {
  request r;
  retry_policy const policy{.max_retries = 3};
  refreshing_attempts a(r, policy, refresh_ms(100), true, true);
  if (a.begin({}) != step::send || a.received({.status = 401}, {}) != step::refresh) return false;
  if (a.refreshed(errc::too_long, {}) != step::done || a.verdict() != errc::too_long ||
      a.count() != 1)
    return false;
  refreshing_attempts late(r, policy, refresh_ms(100), true, true);
  if (late.begin({}) != step::send || late.received({.status = 401}, {}) != step::refresh)
    return false;
  if (late.expired(refresh_ms(99)) || !late.expired(refresh_ms(100))) return false;
  return late.refreshed({}, refresh_ms(100)) == step::done &&
         late.verdict() == errc::deadline_exceeded;
}

}  // namespace

TWIN("credentials are refreshed once in a call", test_refresh_once_in_a_call);
TWIN("no refresh", test_no_refresh);
TWIN("a refresh that fails", test_refresh_that_fails);
