// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include <medusa/core/duration.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/exchange/backoff.hpp>
#include <medusa/exchange/outcome.hpp>
#include <medusa/http/http_date.hpp>
#include <medusa/http/request.hpp>
#include <medusa/http/response.hpp>
#include <medusa/http/retry_after.hpp>
#include <medusa/model/failure.hpp>
#include <medusa/operation/parse.hpp>

namespace medusa {

/// What the driver of an exchange has to do next.
enum class step : std::uint8_t {
  send,  ///< send `request()`, then call `received` or `failed`
  wait,  ///< let `delay()` pass, then call `waited`
  done,  ///< take the result: the value is in `out`, or there is a `failure()`
};

/// What a driver knows at the moment of an event.
struct moment {
  duration now{};           ///< of a steady clock, from any epoch
  std::uint64_t random = 0;  ///< fresh entropy
  std::optional<std::int64_t> unix_time{};  ///< seconds, if anybody knows
};

/// One call of an operation as a state machine that does no I/O: retries, back-off, `Retry-After`,
/// time limits and cancellation live here and nowhere else. A driver is a loop over `step`.
///
/// The request and `out` must outlive the exchange. After `done` without failure, `out` is the result;
/// with one it is of no use. A wait never ends after the deadline: the failure at hand is then final,
/// and says more than the deadline would.
template <operation Op, storage S, class Json, class TransportError>
class exchange {
 public:
  using value_type = typename Op::template result_type<S>;
  using failure_type = medusa::failure<S, TransportError>;

  /// `deadline` is for all attempts and waits together; `r.timeout` for each attempt.
  constexpr exchange(medusa::request const& r, retry_policy const& policy, duration deadline, value_type& out)
      : request_(r), policy_(policy), attempt_timeout_(r.timeout), deadline_(deadline), out_(&out) {}

  /// To be called once, first.
  [[nodiscard]] constexpr step begin(duration now) {
    deadline_ = now + deadline_;
    return next_attempt(now);
  }

  /// The request of this attempt; its `timeout` is what the deadline leaves.
  [[nodiscard]] constexpr medusa::request const& request() const noexcept { return request_; }

  /// The response to `request()`. It is read here, and no longer needed afterwards but by `borrowed`
  /// results.
  template <class R>
  [[nodiscard]] constexpr step received(R& response, moment const& at) {
    int const status = response.status();
    if (may_go_on(outcome_of_status(status))) {
      auto const asked = retry_after(response, at.unix_time);
      if (plan_wait(asked ? *asked : backoff(policy_, attempts_, at.random), at.now)) return step::wait;
    }
    if (std::string_view(response.body()).size() > request_.max_body) return finish(errc::response_too_large, status);
    failure_ = read_response<Op, S, Json, TransportError>(response, *out_);
    if (failure_) failure_->attempts = attempts_;
    return step::done;
  }

  /// The transport gave an error in place of a response.
  [[nodiscard]] constexpr step failed(TransportError error, bool may_have_been_sent, moment const& at) {
    if (request_.cancel.requested()) return finish(errc::cancelled, 0, std::move(error));
    if (may_go_on(may_have_been_sent ? outcome::unknown : outcome::not_sent) &&
        plan_wait(backoff(policy_, attempts_, at.random), at.now))
      return step::wait;
    bool const late = at.now - attempt_began_ >= request_.timeout;
    errc const code = at.now >= deadline_ ? errc::deadline_exceeded : late ? errc::timed_out : errc::transport_failed;
    return finish(code, 0, std::move(error));
  }

  /// How long to wait; less is not enough. A driver may look at `cancelled()` meanwhile.
  [[nodiscard]] constexpr duration delay() const noexcept { return delay_; }
  [[nodiscard]] constexpr bool cancelled() const noexcept { return request_.cancel.requested(); }

  /// The wait is over, or was given up because of `cancelled()`.
  [[nodiscard]] constexpr step waited(duration now) { return next_attempt(now); }

  /// Why the call did not succeed; nothing when it did.
  [[nodiscard]] constexpr std::optional<failure_type>& failure() noexcept { return failure_; }

 private:
  constexpr step next_attempt(duration now) {
    if (cancelled()) return finish(errc::cancelled, 0);
    duration const left = deadline_ - now;
    if (left <= duration()) return finish(errc::deadline_exceeded, 0);
    request_.timeout = left < attempt_timeout_ ? left : attempt_timeout_;
    attempt_began_ = now;
    ++attempts_;
    return step::send;
  }

  [[nodiscard]] constexpr bool may_go_on(outcome o) const noexcept {
    return attempts_ <= policy_.max_retries && !cancelled() && may_repeat(o, Op::info.repeatable, policy_);
  }

  [[nodiscard]] constexpr bool plan_wait(duration delay, duration now) noexcept {
    delay_ = delay;
    return now + delay < deadline_;
  }

  /// A date in `Retry-After` is measured from the response's own `Date`, which needs no clock of ours
  /// and no agreement of two; without one from the time that the driver knows.
  template <class R>
  [[nodiscard]] constexpr std::optional<duration> retry_after(R const& response,
                                                              std::optional<std::int64_t> unix_time) const {
    auto const field = nth_header(response, "Retry-After", 0);
    if (!field) return std::nullopt;
    auto const date = nth_header(response, "Date", 0);
    auto const sent_at = date ? parse_http_date(ascii::trim(*date)) : std::nullopt;
    auto const wait = parse_retry_after(*field, sent_at ? sent_at : unix_time);
    return wait && *wait > policy_.max_retry_after ? policy_.max_retry_after : wait;
  }

  constexpr step finish(errc code, int status) {
    failure_.emplace(code);
    failure_->status = status;
    failure_->attempts = attempts_;
    return step::done;
  }
  constexpr step finish(errc code, int status, TransportError error) {
    static_cast<void>(finish(code, status));
    failure_->transport.emplace(std::move(error));
    return step::done;
  }

  medusa::request request_;
  retry_policy policy_;
  duration attempt_timeout_;
  duration deadline_;  ///< until begin() a length of time, then a point in it
  duration attempt_began_{};
  duration delay_{};
  std::uint32_t attempts_ = 0;
  value_type* out_;
  std::optional<failure_type> failure_{};
};

}  // namespace medusa
