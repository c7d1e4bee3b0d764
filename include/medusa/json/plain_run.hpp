// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace medusa::json::detail {

/// Whether all bytes of a register are plain, tested side by side. The high bits are masked out before
/// the sums, so that no byte carries into the next.
[[nodiscard]] constexpr bool all_plain(std::size_t word) noexcept {
  constexpr std::size_t each = ~std::size_t{0} / 0xFF;  // 0x01 in every byte
  constexpr std::size_t high = each * 0x80;
  std::size_t const low = word & ~high;
  std::size_t const no_control = low + each * 0x60;             // high bit set from 0x20 on
  std::size_t const no_quote = (low ^ each * '"') + each * 0x7F;  // set unless equal
  std::size_t const no_backslash = (low ^ each * '\\') + each * 0x7F;
  return (no_control & no_quote & no_backslash & ~word & high) == high;
}

/// The first byte from `at` on that needs a closer look inside a JSON string: a quote, a backslash, a
/// control character or a byte over 0x7F; `end` when there is none. Nearly all bytes of a document go
/// through here, so this is the place for wider registers.
[[nodiscard]] constexpr char const* plain_run(char const* at, char const* end) noexcept {
  if (!std::is_constant_evaluated()) {
    for (std::size_t word = 0; static_cast<std::size_t>(end - at) >= sizeof word; at += sizeof word) {
      std::char_traits<char>::copy(reinterpret_cast<char*>(&word), at, sizeof word);
      if (!all_plain(word)) break;
    }
  }
  // The test stands here rather than in a function: in constant evaluation a call is what costs.
  while (at != end && static_cast<unsigned char>(*at - 0x20) < 0x60 && *at != '"' && *at != '\\') ++at;
  return at;
}

}  // namespace medusa::json::detail
