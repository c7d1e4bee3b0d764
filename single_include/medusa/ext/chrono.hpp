// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"

#include <chrono>
#include <optional>

// medusa/ext/chrono.hpp

// The way back is there without this header: every std::chrono::duration converts to a `duration`,
// and every std::chrono::sys_time to a `timestamp`.
namespace medusa::inline v0::ext {

[[nodiscard]] constexpr std::chrono::milliseconds to_chrono(duration d) noexcept {
  return std::chrono::milliseconds(d.count());
}

/// Nothing for no date.
[[nodiscard]] constexpr std::optional<std::chrono::sys_time<std::chrono::milliseconds>> to_chrono(
    timestamp const& t) noexcept {
  if (!t) return std::nullopt;
  return std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(t.unix_ms()));
}

}  // namespace medusa::inline v0::ext
