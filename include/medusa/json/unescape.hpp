// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

#include <medusa/core/byte_block.hpp>
#include <medusa/core/hot.hpp>
#include <medusa/json/escape.hpp>
#include <medusa/json/text.hpp>

namespace medusa::inline v0::json {

namespace detail {
/// `unescape` of a text with escapes.
constexpr std::size_t decode_escaped(std::string_view const& chars, char* out) noexcept {
  using medusa::detail::small_code;
  using word = medusa::detail::byte_word;
  char const* at = chars.data();
  char const* const end = at + chars.size();
  std::size_t size = 0;
  char ignored[4]{};
  while (at != end) {
    // A word without a backslash is moved whole, another is gone through by bytes.
    char const* next = end;
    if (!small_code && static_cast<std::size_t>(end - at) >= word::size) {
      next = at + word::size;
      if (!std::is_constant_evaluated() && !word(at).backslashes().any()) {
        if (out != nullptr) std::char_traits<char>::move(out + size, at, word::size);
        size += word::size, at = next;
        continue;
      }
    }
    do {
      char* const to = out == nullptr ? ignored : out + size;
      // Most are no escape; clang would call a function for each of them.
      if (!small_code && *at != '\\') *to = *at++, ++size;
      else size += take_unescaped(at, end, to);
    } while (!small_code && at < next);
  }
  return size;
}
}  // namespace detail

/// Writes the decoded text to `out`, `unescaped_size(t)` bytes and no terminator, and returns how
/// many; `out` may be null, to count them. It may be where `t` itself begins: no escape is shorter
/// than what it stands for, so writing never overtakes reading. Any other overlap is not allowed.
/// Precondition: a reader has checked `t`.
constexpr std::size_t unescape(text const& t, char* out) noexcept {
  if (!t.escaped) {
    if (std::is_constant_evaluated()) {
      for (std::size_t i = 0; out != nullptr && i < t.chars.size(); ++i) out[i] = t.chars[i];
    } else if (out != nullptr) {
      std::char_traits<char>::move(out, t.chars.data(), t.chars.size());
    }
    return t.chars.size();
  }
  return detail::decode_escaped(t.chars, out);
}

/// Bytes of the decoded text. Precondition: a reader has checked it. O(text) when it has escapes.
[[nodiscard]] constexpr std::size_t unescaped_size(text const& t) noexcept {
  // In small code always by the same function.
  return t.escaped || medusa::detail::small_code ? unescape(t, nullptr) : t.chars.size();
}

}  // namespace medusa::inline v0::json
