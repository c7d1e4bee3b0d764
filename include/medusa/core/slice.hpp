// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace medusa::inline v0 {

namespace detail {
/// No text that lives as long as the program, for who passes texts on by reference.
inline constexpr std::string_view no_text{};
}  // namespace detail

/// `text.substr(from, count)` that cannot throw: what lies beyond the end is left out. The member
/// function would pull the exception's machinery into programs that have none.
[[nodiscard]] constexpr std::string_view slice(
    std::string_view const& text, std::size_t from,
    std::size_t count = std::string_view::npos) noexcept {
  if (from > text.size()) return {};
  std::size_t const left = text.size() - from;
  return {text.data() + from, count < left ? count : left};
}

}  // namespace medusa::inline v0
