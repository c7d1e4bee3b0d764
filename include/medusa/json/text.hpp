// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

#include <medusa/core/slice.hpp>
#include <medusa/json/escape.hpp>

namespace medusa::json {

/// A JSON string as it stands in its document, without its quotes, checked by the reader that gave it.
/// Views what the reader says it views; owns nothing.
struct text {
  std::string_view chars{};  ///< UTF-8
  bool escaped = false;      ///< `chars` still holds backslash escapes, see `unescape`
};

/// Compares the text that is meant, escapes decoded, without a buffer.
[[nodiscard]] constexpr bool operator==(text a, std::string_view b) noexcept {
  if (!a.escaped) {
    if (!std::is_constant_evaluated()) return a.chars == b;
    // The same, in one constexpr step for each byte (the library's takes about eight).
    if (a.chars.size() != b.size()) return false;
    char const* left = a.chars.data();
    char const* right = b.data();
    std::size_t left_over = b.size();
    while (left_over != 0 && *left++ == *right++) --left_over;
    return left_over == 0;
  }
  char const* at = a.chars.data();
  char const* const end = at + a.chars.size();
  while (at != end) {
    if (*at == '\\') {
      auto const character = detail::decode_escape(at);
      if (slice(b, 0, character.size) != std::string_view(character.bytes, character.size)) return false;
      b.remove_prefix(character.size);
      at += character.length;
    } else {
      if (b.empty() || b.front() != *at++) return false;
      b.remove_prefix(1);
    }
  }
  return b.empty();
}

}  // namespace medusa::json
