// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <medusa/core/hot.hpp>

namespace medusa::inline v0 {

namespace detail {
/// See `utf8_sequence`. Precondition: `at != end`.
[[nodiscard]] constexpr std::size_t utf8_length(char const* at, char const* end) noexcept {
  std::uint32_t const first = static_cast<std::uint8_t>(*at);
  if (first < 0x80) return 1;
  // What Latin, Greek and Cyrillic have: shorter by itself.
  if (!small_code && first < 0xE0) {
    bool const good =
        first >= 0xC2 && end - at >= 2 && (static_cast<std::uint8_t>(at[1]) & 0xC0) == 0x80;
    return good ? 2 : 0;
  }
  // And most of the others.
  if (!small_code && first < 0xF0) {
    if (end - at < 3) return 0;
    std::uint32_t const second = static_cast<std::uint8_t>(at[1]) ^ 0x80u;
    std::uint32_t const third = static_cast<std::uint8_t>(at[2]) ^ 0x80u;
    std::uint32_t const high = (first & 0xF) << 1 | second >> 5;  // from 0x800 on, no surrogate
    return (second | third) < 0x40 && high != 0 && high != 0xD800 >> 11 ? 3 : 0;
  }
  std::size_t const length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (first < 0xC2 || first > 0xF4 || static_cast<std::size_t>(end - at) < length) return 0;
  std::uint32_t code = first & (0x7F >> length);
  for (std::size_t i = 1; i < length; ++i) {
    std::uint32_t const bits = static_cast<std::uint8_t>(at[i]) ^ 0x80u;
    if (bits >= 0x40) return 0;
    code = code << 6 | bits;
  }
  // Overlong, a surrogate, or beyond the last code point. (Two bytes are right from C2 on.)
  bool const bad = code >> (5 * length - 4) == 0 || code >> 11 == 0xD800 >> 11 || code > 0x10FFFF;
  return bad ? 0 : length;
}
}  // namespace detail

/// Length of the well-formed UTF-8 sequence at `text[at]` (RFC 3629 section 4: no overlong forms,
/// no surrogates, nothing above U+10FFFF), or 0 when there is none.
[[nodiscard]] constexpr std::size_t utf8_sequence(std::string_view const& text,
                                                  std::size_t at) noexcept {
  return at < text.size() ? detail::utf8_length(text.data() + at, text.data() + text.size()) : 0;
}

namespace detail {
/// The first byte that is not part of well-formed UTF-8; `end` when all is well.
[[nodiscard]] constexpr char const* utf8_end(char const* at, char const* end) noexcept {
  while (at != end) {
    std::size_t const length = utf8_length(at, end);
    if (length == 0) break;
    at += length;
  }
  return at;
}
}  // namespace detail

/// Offset of the first byte that is not part of well-formed UTF-8; `text.size()` when all is well.
[[nodiscard]] constexpr std::size_t utf8_error(std::string_view const& text) noexcept {
  char const* const first = text.data();
  return static_cast<std::size_t>(detail::utf8_end(first, first + text.size()) - first);
}

/// Whether `text` is well-formed UTF-8. O(length).
[[nodiscard]] constexpr bool is_utf8(std::string_view const& text) noexcept {
  return utf8_error(text) == text.size();
}

}  // namespace medusa::inline v0
