// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/duration.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/exchange/backoff.hpp>
#include <medusa/http/attempt.hpp>
#include <medusa/http/http_date.hpp>
#include <medusa/http/outcome.hpp>
#include <medusa/http/request.hpp>
#include <medusa/http/retry_after.hpp>
#include <medusa/http/retry_policy.hpp>

namespace medusa::inline v0 {

/// What the driver of an exchange has to do next.
enum class step : std::uint8_t {
  send,     ///< send `request()`, then say what came of it
  wait,     ///< let `delay()` pass, then call `waited`
  refresh,  ///< obtain new credentials, then call `refreshed` (`refreshing_attempts` alone)
  done,     ///< the call is over
};

/// What a driver knows at the moment of an event.
struct moment {
  duration now{};                           ///< of a steady clock, from any epoch
  std::uint64_t random = 0;                 ///< fresh entropy
  std::optional<std::int64_t> unix_time{};  ///< seconds, if anybody knows
};

/// What a response says that matters to repeating its request.
struct answer {
  int status = 0;
  std::size_t body_size = 0;
  std::string_view retry_after{};  ///< the header of that name; empty without one
  std::string_view date{};         ///< the header of that name; empty without one
};

/// The attempts of one call: all the rules of retries, back-off, `Retry-After`, time limits and
/// cancellation, and nothing else. It knows neither the operation nor what its answer means, so
/// that a program has it once.
///
/// A wait never ends after the deadline: what is at hand is then final, and says more than the
/// deadline would.
class attempts {
 public:
  static constexpr bool repeats = true;

  /// `deadline` is for all attempts and waits together, `r.timeout` for each attempt; `max()` is no
  /// limit. `repeatable`: doing the operation twice is doing it once. The request, whose `timeout`
  /// becomes that of each attempt, and the policy must outlive it.
  constexpr attempts(medusa::request& r, retry_policy const& policy, duration deadline,
                     bool repeatable) noexcept
      : request_(&r),
        policy_(&policy),
        attempt_timeout_(r.timeout),
        deadline_(deadline.count()),
        repeatable_(repeatable) {}

  /// To be called once, first.
  [[nodiscard]] constexpr step begin(duration now) noexcept {
    if (deadline_ < duration::max().count() / 2) deadline_ += now.count();
    else limited_ = false;  // the sum might overflow
    request_->attempt.number = 0;
    return waited(now);
  }

  /// The request of this attempt; its `timeout` is no longer than what the deadline leaves.
  [[nodiscard]] constexpr medusa::request const& request() const noexcept { return *request_; }

  /// There is a response. `done` without a `verdict()`: it is the result of the call.
  [[nodiscard]] constexpr step received(answer const& a, moment const& at) noexcept {
    if (goes_on(outcome_of_status(a.status), &a, at)) return step::wait;
    if (a.body_size > request_->max_body) verdict_ = errc::response_too_large;
    return step::done;
  }

  /// The transport gave an error in place of a response. `done`: `verdict()` says what it is.
  [[nodiscard]] constexpr step failed(bool may_have_been_sent, moment const& at) noexcept {
    if (goes_on(may_have_been_sent ? outcome::unknown : outcome::not_sent, nullptr, at))
      return step::wait;
    std::int64_t const now = at.now.count();
    errc code = errc::transport_failed;
    if (now - began_ >= request_->timeout.count()) code = errc::timed_out;
    if (limited_ && now >= deadline_) code = errc::deadline_exceeded;
    if (cancelled()) code = errc::cancelled;
    return finish(code);
  }

  /// How long to wait; less is not enough. A driver may look at `cancelled()` meanwhile.
  [[nodiscard]] constexpr duration delay() const noexcept { return request_->attempt.delay; }
  [[nodiscard]] constexpr bool cancelled() const noexcept { return request_->cancel.requested(); }

  /// The wait is over, or was given up because of `cancelled()`. `done`: `verdict()` says why.
  [[nodiscard]] constexpr step waited(duration now) noexcept {
    if (cancelled()) return finish(errc::cancelled);
    began_ = now.count();
    std::int64_t const left = limited_ ? deadline_ - began_ : deadline_;
    if (left <= 0) return finish(errc::deadline_exceeded);
    request_->timeout = attempt_timeout_;
    if (left < attempt_timeout_.count()) request_->timeout = duration::milliseconds(left);
    ++count_;
    ++request_->attempt.number;
    return step::send;
  }

  /// The driver gives up: `done`, and `verdict()` is `code`.
  constexpr step stop(errc code) noexcept { return finish(code); }

  /// Whether nobody should wait any longer for what comes of this attempt: its time is over, or the
  /// call is cancelled. For drivers of transports that may never answer; `failed` then says why.
  [[nodiscard]] constexpr bool overdue(duration now) const noexcept {
    return cancelled() || now.count() - began_ >= request_->timeout.count();
  }
  /// The same for the whole call; `waited` then says why.
  [[nodiscard]] constexpr bool expired(duration now) const noexcept {
    return cancelled() || (limited_ && now.count() >= deadline_);
  }

  /// When the time of the whole call is over; `max()` is never.
  [[nodiscard]] constexpr duration deadline() const noexcept {
    return limited_ ? duration::milliseconds(deadline_) : duration::max();
  }

  /// Attempts so far, this one included, and those whose credentials were refused.
  [[nodiscard]] constexpr std::uint32_t count() const noexcept { return request_->attempt.number; }

  /// Why the call is over; `errc{}` as long as it is not, and when a response decides.
  [[nodiscard]] constexpr errc verdict() const noexcept { return verdict_; }

 protected:
  /// The credentials of the last attempt were refused: the rules go on as if it had not been.
  constexpr void uncount() noexcept {
    --count_;
    note(outcome::answered, 401);
    request_->attempt.delay = {};
  }

 private:
  constexpr void note(outcome reason, int status) noexcept {
    request_->attempt.reason = reason;
    request_->attempt.status = status;
  }
  /// Whether the rules allow another attempt, and when. `a` is null when no response has come.
  [[nodiscard]] constexpr bool goes_on(outcome reason, answer const* a, moment const& at) noexcept {
    note(reason, a != nullptr ? a->status : 0);
    return count_ <= policy_->max_retries && !cancelled() &&
           may_repeat(reason, repeatable_, *policy_) &&
           plan_wait(a != nullptr ? retry_after(*a, at) : -1, at);
  }
  /// Whether there is time to wait as long as was asked for, or a random while if that is negative.
  [[nodiscard]] constexpr bool plan_wait(std::int64_t asked, moment const& at) noexcept {
    std::int64_t const most = policy_->max_retry_after.count();
    std::int64_t const delay = asked < 0      ? backoff(*policy_, count_, at.random).count()
                               : asked < most ? asked
                               : most > 0     ? most
                                              : 0;
    request_->attempt.delay = duration::milliseconds(delay);
    return !limited_ || delay < deadline_ - at.now.count();
  }
  /// A date in `Retry-After` is measured from the response's own `Date`, which needs no clock of
  /// ours and no agreement of two; without one from the time that the driver knows.
  [[nodiscard]] static constexpr std::int64_t retry_after(answer const& a,
                                                          moment const& at) noexcept {
    std::int64_t now = detail::read_http_date(ascii::trim(a.date));
    if (now == detail::no_seconds && at.unix_time) now = *at.unix_time;
    return detail::read_retry_after(a.retry_after, now);
  }
  constexpr step finish(errc code) noexcept {
    verdict_ = code;
    return step::done;
  }

  medusa::request* request_;
  retry_policy const* policy_;
  duration attempt_timeout_;
  std::int64_t deadline_;    // in milliseconds: until begin() a length of time, then a point in it
  std::int64_t began_ = 0;   // this attempt, in milliseconds
  std::uint32_t count_ = 0;  // of attempts, for the rules
  errc verdict_{};           // none as long as nothing is decided
  bool repeatable_;
  bool limited_ = true;
};

}  // namespace medusa::inline v0
