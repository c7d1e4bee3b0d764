// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace medusa::inline v0 {

/// A member's name as it stands in a JSON document, `"name":`.
template <std::size_t N>
struct quoted_name {
  constexpr explicit quoted_name(std::string_view name) noexcept {
    chars[0] = chars[N + 1] = '"';
    for (std::size_t i = 0; i < N; ++i) chars[i + 1] = name[i];
    chars[N + 2] = ':';
  }
  [[nodiscard]] constexpr std::string_view view() const noexcept { return {chars, N + 3}; }

  char chars[N + 3]{};
};

}  // namespace medusa::inline v0
