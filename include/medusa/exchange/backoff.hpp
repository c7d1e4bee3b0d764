// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include <medusa/core/duration.hpp>
#include <medusa/http/retry_policy.hpp>

namespace medusa::inline v0 {

/// The upper bound of the wait before repetition `k` (from 1): base_delay * 2^(k-1), at most
/// max_delay, and never below 0. O(log(max_delay / base_delay)).
[[nodiscard]] constexpr duration backoff_bound(retry_policy const& policy,
                                               std::uint32_t k) noexcept {
  constexpr auto not_negative = [](duration d) {
    return static_cast<std::uint64_t>(d.count() > 0 ? d.count() : 0);
  };
  std::uint64_t bound = not_negative(policy.base_delay);
  std::uint64_t const most = not_negative(policy.max_delay);
  for (; k > 1 && bound < most; --k) bound *= 2;
  return duration::milliseconds(static_cast<std::int64_t>(bound < most ? bound : most));
}

/// A wait in [0, bound], uniform in `random` ("full jitter": clients that failed together do not
/// come back together). At most 2^32 - 2 ms, which is 49 days: a division of 64 bits would be a
/// large function on small processors.
[[nodiscard]] constexpr duration backoff(retry_policy const& policy, std::uint32_t k,
                                         std::uint64_t random) noexcept {
  constexpr std::int64_t longest = 0xFFFF'FFFE;
  std::int64_t const bound = backoff_bound(policy, k).count();
  auto const choices = static_cast<std::uint32_t>(bound < longest ? bound : longest) + 1;
  return duration::milliseconds(static_cast<std::uint32_t>(random) % choices);
}

}  // namespace medusa::inline v0
