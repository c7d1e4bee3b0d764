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
  std::int64_t bound = policy.base_delay.count();
  std::int64_t const most = policy.max_delay.count();
  for (; k > 1 && bound <= most / 2; --k) bound *= 2;
  if (k > 1 || bound > most) bound = most;
  return duration::milliseconds(bound > 0 ? bound : 0);
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
