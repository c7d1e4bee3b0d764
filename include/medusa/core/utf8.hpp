// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace medusa {

/// Length of the well-formed UTF-8 sequence at `text[at]` (RFC 3629 section 4: no overlong forms,
/// no surrogates, nothing above U+10FFFF), or 0 when there is none.
[[nodiscard]] constexpr std::size_t utf8_sequence(std::string_view text, std::size_t at) noexcept {
  auto const byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<std::uint8_t>(text[at + i]) : std::uint8_t{0};
  };
  auto const within = [](std::uint8_t b, unsigned low, unsigned high) {
    return b >= low && b <= high;
  };
  auto const continues = [&](std::size_t i) { return within(byte(i), 0x80, 0xBF); };
  if (at >= text.size()) return 0;
  std::uint8_t const first = byte(0);
  if (first < 0x80) return 1;
  if (within(first, 0xC2, 0xDF)) return continues(1) ? 2 : 0;
  if (within(first, 0xE0, 0xEF)) {
    unsigned const low = first == 0xE0 ? 0xA0 : 0x80;
    unsigned const high = first == 0xED ? 0x9F : 0xBF;
    return within(byte(1), low, high) && continues(2) ? 3 : 0;
  }
  if (within(first, 0xF0, 0xF4)) {
    unsigned const low = first == 0xF0 ? 0x90 : 0x80;
    unsigned const high = first == 0xF4 ? 0x8F : 0xBF;
    return within(byte(1), low, high) && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
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
