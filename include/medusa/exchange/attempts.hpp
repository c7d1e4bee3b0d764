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
#include <medusa/exchange/outcome.hpp>
#include <medusa/http/http_date.hpp>
#include <medusa/http/request.hpp>
#include <medusa/http/retry_after.hpp>
#include <medusa/http/retry_policy.hpp>

namespace medusa {

/// What the driver of an exchange has to do next.
enum class step : std::uint8_t {
  send,  ///< send `request()`, then say what came of it
  wait,  ///< let `delay()` pass, then call `waited`
  done,  ///< the call is over
};

/// What a driver knows at the moment of an event.
struct moment {
  duration now{};            ///< of a steady clock, from any epoch
  std::uint64_t random = 0;  ///< fresh entropy
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
/// cancellation, and nothing else. It knows neither the operation nor what its answer means, so that a
/// program has it once.
///
/// A wait never ends after the deadline: what is at hand is then final, and says more than the
/// deadline would.
class attempts {
 public:
  /// `deadline` is for all attempts and waits together, `r.timeout` for each attempt; `max()` is no
  /// limit. `repeatable`: doing the operation twice is doing it once.
  constexpr attempts(medusa::request const& r, retry_policy const& policy, duration deadline,
                     bool repeatable) noexcept
      : request_(r), policy_(policy), attempt_timeout_(r.timeout), deadline_(deadline), repeatable_(repeatable) {}

  /// To be called once, first.
  [[nodiscard]] constexpr step begin(duration now) noexcept {
    if (limited()) deadline_ = now + deadline_;
    return next(now);
  }

  /// The request of this attempt; its `timeout` is no longer than what the deadline leaves.
  [[nodiscard]] constexpr medusa::request const& request() const noexcept { return request_; }

  /// There is a response. `done` without a `verdict()`: it is the result of the call.
  [[nodiscard]] constexpr step received(answer const& a, moment const& at) noexcept {
    if (may_go_on(outcome_of_status(a.status))) {
      auto const asked = retry_after(a, at.unix_time);
      if (plan_wait(asked ? *asked : backoff(policy_, count_, at.random), at.now)) return step::wait;
    }
    if (a.body_size > request_.max_body) verdict_ = errc::response_too_large;
    return step::done;
  }

  /// The transport gave an error in place of a response. `done`: `verdict()` says what it is.
  [[nodiscard]] constexpr step failed(bool may_have_been_sent, moment const& at) noexcept {
    if (cancelled()) return finish(errc::cancelled);
    if (may_go_on(may_have_been_sent ? outcome::unknown : outcome::not_sent) &&
        plan_wait(backoff(policy_, count_, at.random), at.now))
      return step::wait;
    if (at.now >= deadline_) return finish(errc::deadline_exceeded);
    return finish(at.now - attempt_began_ >= request_.timeout ? errc::timed_out : errc::transport_failed);
  }

  /// How long to wait; less is not enough. A driver may look at `cancelled()` meanwhile.
  [[nodiscard]] constexpr duration delay() const noexcept { return delay_; }
  [[nodiscard]] constexpr bool cancelled() const noexcept { return request_.cancel.requested(); }

  /// The wait is over, or was given up because of `cancelled()`. `done`: `verdict()` says why.
  [[nodiscard]] constexpr step waited(duration now) noexcept { return next(now); }

  /// Attempts so far, this one included.
  [[nodiscard]] constexpr std::uint32_t count() const noexcept { return count_; }

  /// Why the call is over, unless a response decides.
  [[nodiscard]] constexpr std::optional<errc> verdict() const noexcept { return verdict_; }

 private:
  constexpr step next(duration now) noexcept {
    if (cancelled()) return finish(errc::cancelled);
    duration const left = limited() ? deadline_ - now : deadline_;
    if (left <= duration()) return finish(errc::deadline_exceeded);
    request_.timeout = left < attempt_timeout_ ? left : attempt_timeout_;
    attempt_began_ = now;
    ++count_;
    return step::send;
  }

  [[nodiscard]] constexpr bool may_go_on(outcome o) const noexcept {
    return count_ <= policy_.max_retries && !cancelled() && may_repeat(o, repeatable_, policy_);
  }

  [[nodiscard]] constexpr bool limited() const noexcept { return deadline_ != duration::max(); }

  [[nodiscard]] constexpr bool plan_wait(duration delay, duration now) noexcept {
    delay_ = delay > duration() ? delay : duration();
    return !limited() || now + delay_ < deadline_;
  }

  /// A date in `Retry-After` is measured from the response's own `Date`, which needs no clock of ours
  /// and no agreement of two; without one from the time that the driver knows.
  [[nodiscard]] constexpr std::optional<duration> retry_after(answer const& a,
                                                              std::optional<std::int64_t> unix_time) const noexcept {
    auto const sent_at = parse_http_date(ascii::trim(a.date));
    auto const wait = parse_retry_after(a.retry_after, sent_at ? sent_at : unix_time);
    return wait && *wait > policy_.max_retry_after ? policy_.max_retry_after : wait;
  }

  constexpr step finish(errc code) noexcept {
    verdict_ = code;
    return step::done;
  }

  medusa::request request_;
  retry_policy policy_;
  duration attempt_timeout_;
  duration deadline_;  ///< until begin() a length of time, then a point in it
  duration attempt_began_{};
  duration delay_{};
  std::uint32_t count_ = 0;
  bool repeatable_;
  std::optional<errc> verdict_{};
};

}  // namespace medusa
