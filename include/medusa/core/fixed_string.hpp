// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace medusa::inline v0 {

/// A string literal as a template argument, such as the name in `member<"id", …>`.
template <std::size_t N>
struct fixed_string {
  constexpr fixed_string(char const (&literal)[N]) noexcept {
    for (std::size_t i = 0; i < N; ++i) chars[i] = literal[i];
  }
  /// Precondition: the text has `N - 1` characters.
  constexpr explicit fixed_string(std::string_view text) noexcept {
    for (std::size_t i = 0; i < N - 1; ++i) chars[i] = text[i];
  }
  [[nodiscard]] constexpr std::string_view view() const noexcept { return {chars, N - 1}; }

  char chars[N]{};
};

}  // namespace medusa::inline v0
