// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include <medusa/core/duration.hpp>
#include <medusa/http/retry_policy.hpp>

namespace medusa {

/// The upper bound of the wait before repetition `k` (from 1): base_delay * 2^(k-1), at most
/// max_delay, and never below 0. O(log(max_delay / base_delay)).
[[nodiscard]] constexpr duration backoff_bound(retry_policy const& policy, std::uint32_t k) noexcept {
  std::int64_t bound = policy.base_delay.count();
  std::int64_t const most = policy.max_delay.count();
  for (std::uint32_t i = 1; i < k && bound < most; ++i) bound = bound > most / 2 ? most : bound * 2;
  bound = bound < most ? bound : most;
  return duration::milliseconds(bound > 0 ? bound : 0);
}

/// A wait in [0, bound], uniform in `random` ("full jitter": clients that failed together do not come
/// back together).
[[nodiscard]] constexpr duration backoff(retry_policy const& policy, std::uint32_t k, std::uint64_t random) noexcept {
  auto const bound = static_cast<std::uint64_t>(backoff_bound(policy, k).count());
  return duration::milliseconds(static_cast<std::int64_t>(random % (bound + 1)));
}

}  // namespace medusa
