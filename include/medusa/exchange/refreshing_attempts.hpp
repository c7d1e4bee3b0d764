// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include <medusa/core/duration.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/exchange/attempts.hpp>
#include <medusa/http/request.hpp>
#include <medusa/http/retry_policy.hpp>

namespace medusa::inline v0 {

/// `attempts` with one rule more: when the server does not take the credentials (401), new ones are
/// obtained and the request is sent once more, at once, and only once in a call. A 401 is a
/// refusal, so nothing can happen twice; the attempt does not count among the retries.
class refreshing_attempts : public attempts {
 public:
  /// As for `attempts`. `refreshable`: the request is signed with the credentials that can be
  /// renewed.
  constexpr refreshing_attempts(medusa::request& r, retry_policy const& policy, duration deadline,
                                bool repeatable, bool refreshable) noexcept
      : attempts(r, policy, deadline, repeatable), refreshable_(refreshable) {}

  [[nodiscard]] constexpr step received(answer const& a, moment const& at) noexcept {
    if (a.status != 401 || !refreshable_ || cancelled()) return attempts::received(a, at);
    refreshable_ = false;
    return step::refresh;
  }

  /// There are new credentials in the request; or why there are none, which is then the verdict.
  [[nodiscard]] constexpr step refreshed(std::optional<errc> problem, duration now) noexcept {
    if (problem) return stop(*problem);
    uncount();
    return waited(now);
  }

 private:
  bool refreshable_;
};

}  // namespace medusa::inline v0
