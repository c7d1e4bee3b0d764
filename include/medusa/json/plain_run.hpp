// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

namespace medusa::json::detail {

/// Whether all eight bytes are plain, tested side by side in one word. The high bits are masked out
/// before the sums, so that no byte carries into the next.
[[nodiscard]] constexpr bool all_plain(std::uint64_t word) noexcept {
  constexpr std::uint64_t each = 0x0101010101010101;
  constexpr std::uint64_t high = each * 0x80;
  std::uint64_t const low = word & ~high;
  std::uint64_t const no_control = low + each * 0x60;            // high bit set from 0x20 on
  std::uint64_t const no_quote = (low ^ each * '"') + each * 0x7F;  // set unless equal
  std::uint64_t const no_backslash = (low ^ each * '\\') + each * 0x7F;
  return (no_control & no_quote & no_backslash & ~word & high) == high;
}

/// The first byte from `at` on that needs a closer look inside a JSON string: a quote, a backslash, a
/// control character or a byte over 0x7F; `end` when there is none. Nearly all bytes of a document go
/// through here, so this is the place for wider registers.
[[nodiscard]] constexpr char const* plain_run(char const* at, char const* end) noexcept {
  if (!std::is_constant_evaluated()) {
    for (; end - at >= 8; at += 8) {
      std::uint64_t word = 0;
      std::char_traits<char>::copy(reinterpret_cast<char*>(&word), at, sizeof word);
      if (!all_plain(word)) break;
    }
  }
  // The test stands here rather than in a function: in constant evaluation a call is what costs.
  while (at != end && static_cast<unsigned char>(*at - 0x20) < 0x60 && *at != '"' && *at != '\\') ++at;
  return at;
}

}  // namespace medusa::json::detail
