// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace medusa::inline v0 {

/// A member's name as it stands in a JSON document, `"name":`, behind another member or not.
template <std::size_t N>
struct quoted_name {
  constexpr explicit quoted_name(std::string_view name) noexcept {
    chars[0] = ',';
    chars[1] = chars[N + 2] = '"';
    for (std::size_t i = 0; i < N; ++i) chars[i + 2] = name[i];
    chars[N + 3] = ':';
  }
  [[nodiscard]] constexpr std::string_view view() const noexcept { return {chars + 1, N + 3}; }
  /// With the comma before it.
  [[nodiscard]] constexpr std::string_view behind_another() const noexcept {
    return {chars, N + 4};
  }

  char chars[N + 4]{};
};

}  // namespace medusa::inline v0
