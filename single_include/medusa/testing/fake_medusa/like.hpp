// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../../medusa.hpp"

#include <cstddef>
#include <string_view>

// medusa/testing/fake_medusa/like.hpp

namespace medusa::inline v0::testing::fake {

/// PostgreSQL's `text LIKE pattern`: `%` stands for any text, `_` for one character, and a
/// backslash takes the meaning from the character behind it. O(text * pattern).
[[nodiscard]] constexpr bool like(std::string_view text, std::string_view pattern) noexcept {
  constexpr std::size_t none = std::string_view::npos;
  std::size_t t = 0;
  std::size_t p = 0;
  std::size_t retry_text = 0;
  std::size_t retry_pattern = none;  // behind the last %, which may take more
  auto const character = [&](std::size_t at) {
    std::size_t const length = utf8_sequence(text, at);
    return length == 0 ? std::size_t{1} : length;
  };
  while (t < text.size() || p < pattern.size()) {
    if (p < pattern.size() && pattern[p] == '%') {
      retry_pattern = ++p;
      retry_text = t;
      continue;
    }
    if (t < text.size() && p < pattern.size() && pattern[p] == '_') {
      t += character(t);
      ++p;
      continue;
    }
    std::size_t const literal = p < pattern.size() && pattern[p] == '\\' ? p + 1 : p;
    if (t < text.size() && literal < pattern.size() && text[t] == pattern[literal]) {
      ++t;
      p = literal + 1;
      continue;
    }
    if (retry_pattern == none || retry_text >= text.size()) return false;
    retry_text += character(retry_text);
    t = retry_text;
    p = retry_pattern;
  }
  return true;
}

}  // namespace medusa::inline v0::testing::fake
