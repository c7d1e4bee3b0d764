#include <medusa/http/attempt.hpp>

#include <doctest/doctest.h>

#include <medusa/exchange/refreshing_attempts.hpp>
#include <support/twins.hpp>

namespace {

using namespace medusa;
constexpr bool shows(attempt const& a, std::uint32_t number, int status, outcome reason,
                     std::int64_t ms) {
  return a.number == number && a.status == status && a.reason == reason &&
         a.delay == duration::milliseconds(ms);
}

/// A request says which it is, and why.
constexpr bool test_attempt_in_the_request() {
  request r;
  if (!shows(r.attempt, 1, 0, outcome{}, 0)) return false;  // also without an exchange
  retry_policy const policy{.max_retries = 3};
  refreshing_attempts a(r, policy, duration::max(), true, true);
  if (a.begin({}) != step::send || !shows(a.request().attempt, 1, 0, outcome{}, 0)) return false;
  if (a.received({.status = 503, .retry_after = "2"}, {}) != step::wait) return false;
  if (a.waited({}) != step::send || !shows(r.attempt, 2, 503, outcome::not_processed, 2000))
    return false;
  if (a.received({.status = 401}, {}) != step::refresh) return false;
  if (a.refreshed({}, {}) != step::send || !shows(r.attempt, 3, 401, outcome::answered, 0))
    return false;
  if (a.failed(false, {}) != step::wait || a.waited({}) != step::send) return false;
  if (!shows(r.attempt, 4, 0, outcome::not_sent, a.delay().count())) return false;
  if (a.failed(true, {}) != step::wait || a.waited({}) != step::send) return false;
  return shows(r.attempt, 5, 0, outcome::unknown, a.delay().count());
}

}  // namespace

TWIN("a request says which attempt it is", test_attempt_in_the_request);
