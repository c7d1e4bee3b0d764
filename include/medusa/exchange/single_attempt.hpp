// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include <medusa/core/duration.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/exchange/attempts.hpp>
#include <medusa/http/request.hpp>
#include <medusa/http/retry_policy.hpp>

namespace medusa::inline v0 {

/// What is left of `attempts` without a clock: one attempt, which the transport bounds by the
/// request's time limit. A program whose clients have no clock does not carry the code of the rest.
class single_attempt {
 public:
  static constexpr bool repeats = false;

  /// As for `attempts`; the deadline can only shorten the time limit of the attempt.
  constexpr single_attempt(medusa::request& r, retry_policy const&, duration deadline,
                           bool) noexcept
      : request_(&r) {
    if (deadline < r.timeout) r.timeout = deadline;
  }

  [[nodiscard]] constexpr step begin(duration) noexcept {
    if (cancelled()) return stop(errc::cancelled);
    count_ = 1;
    return step::send;
  }
  [[nodiscard]] constexpr medusa::request const& request() const noexcept { return *request_; }
  [[nodiscard]] constexpr step received(answer const& a, moment const&) noexcept {
    if (a.body_size > request_->max_body) verdict_ = errc::response_too_large;
    return step::done;
  }
  [[nodiscard]] constexpr step failed(bool, moment const&) noexcept {
    return stop(cancelled() ? errc::cancelled : errc::transport_failed);
  }

  [[nodiscard]] static constexpr duration delay() noexcept { return {}; }
  [[nodiscard]] constexpr bool cancelled() const noexcept { return request_->cancel.requested(); }
  /// Nothing is ever waited for.
  [[nodiscard]] constexpr step waited(duration now) noexcept { return begin(now); }

  constexpr step stop(errc code) noexcept {
    verdict_ = code;
    return step::done;
  }
  [[nodiscard]] constexpr bool overdue(duration) const noexcept { return cancelled(); }
  [[nodiscard]] constexpr bool expired(duration) const noexcept { return cancelled(); }

  [[nodiscard]] constexpr std::uint32_t count() const noexcept { return count_; }
  [[nodiscard]] constexpr errc verdict() const noexcept { return verdict_; }

 private:
  medusa::request* request_;
  std::uint32_t count_ = 0;
  errc verdict_{};
};

}  // namespace medusa::inline v0
