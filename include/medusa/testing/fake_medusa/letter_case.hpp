// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/utf8.hpp>

namespace medusa::inline v0::testing::fake {

/// The lower-case form of a letter below U+0800 whose two bytes only change in place: Latin-1, most
/// of Latin Extended-A, Greek and Cyrillic. The real server knows all of Unicode.
[[nodiscard]] constexpr std::uint32_t lower_letter(std::uint32_t c) noexcept {
  auto const within = [&](std::uint32_t first, std::uint32_t last) {
    return c >= first && c <= last;
  };
  if (within(0xC0, 0xDE) && c != 0xD7) return c + 0x20;
  if (within(0x100, 0x12F) || within(0x132, 0x137) || within(0x14A, 0x177)) return c | 1;
  if (within(0x139, 0x148) || within(0x179, 0x17E)) return c + (c & 1);
  if (within(0x391, 0x3A9) && c != 0x3A2) return c + 0x20;
  if (within(0x400, 0x40F)) return c + 0x50;
  if (within(0x410, 0x42F)) return c + 0x20;
  return c;
}

/// The text with its letters in lower case. O(n).
[[nodiscard]] inline std::string lower_case(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const length = utf8_sequence(text, at);
    if (length == 2) {
      auto const byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i]));
      };
      std::uint32_t const c = lower_letter((byte(0) & 0x1F) << 6 | (byte(1) & 0x3F));
      out += static_cast<char>(0xC0 | c >> 6);
      out += static_cast<char>(0x80 | (c & 0x3F));
      at += 2;
    } else {
      out += ascii::lower(text[at++]);
    }
  }
  return out;
}

}  // namespace medusa::inline v0::testing::fake
