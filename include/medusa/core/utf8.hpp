// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace medusa {

/// Length of the well-formed UTF-8 sequence at `text[at]` (RFC 3629 section 4: no overlong forms,
/// no surrogates, nothing above U+10FFFF), or 0 when there is none.
[[nodiscard]] constexpr std::size_t utf8_sequence(std::string_view const& text, std::size_t at) noexcept {
  if (at >= text.size()) return 0;
  std::uint32_t const first = static_cast<std::uint8_t>(text[at]);
  if (first < 0x80) return 1;
  std::size_t const length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (first < 0xC2 || first > 0xF4 || text.size() - at < length) return 0;
  std::uint32_t code = first & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    std::uint32_t const next = static_cast<std::uint8_t>(text[at + i]);
    if ((next & 0xC0) != 0x80) return 0;
    code = (code << 6) | (next & 0x3F);
  }
  bool const surrogate = code >= 0xD800 && code <= 0xDFFF;
  bool const overlong = code < (length == 2 ? 0x80u : length == 3 ? 0x800u : 0x10000u);
  return surrogate || overlong || code > 0x10FFFF ? 0 : length;
}

/// Offset of the first byte that is not part of well-formed UTF-8; `text.size()` when all is well.
[[nodiscard]] constexpr std::size_t utf8_error(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t const length = utf8_sequence(text, at);
    if (length == 0) return at;
    at += length;
  }
  return at;
}

[[nodiscard]] constexpr bool is_utf8(std::string_view text) noexcept {
  return utf8_error(text) == text.size();
}

}  // namespace medusa
