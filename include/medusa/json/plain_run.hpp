// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <medusa/core/byte_block.hpp>
#include <medusa/core/hot.hpp>

namespace medusa::inline v0::json::detail {

using medusa::detail::byte_block;
using medusa::detail::byte_word;

/// The rest of `plain_run` for less than a block; all from `first` to `at` is plain.
[[nodiscard]] constexpr char const* plain_tail(char const* first, char const* at,
                                               char const* end) noexcept {
  if (!std::is_constant_evaluated() && !medusa::detail::small_code) {
    if (static_cast<std::size_t>(end - at) > byte_word::size) {
      auto const stops = byte_word(at).not_plain();
      if (stops.any()) return at + stops.first();
      at = end - byte_word::size;  // the last word, with some of what was seen
    } else if (static_cast<std::size_t>(end - first) >= byte_word::size) {
      at = end - byte_word::size;
    }
    if (end - at == byte_word::size) {
      auto const stops = byte_word(at).not_plain();
      return stops.any() ? at + stops.first() : end;
    }
    if (end - at >= 4) {  // the first four and the last four, some of them twice
      std::uint32_t halves[2];
      std::char_traits<char>::copy(reinterpret_cast<char*>(&halves[0]), at, 4);
      std::char_traits<char>::copy(reinterpret_cast<char*>(&halves[1]), end - 4, 4);
      bool const little = std::endian::native == std::endian::little;
      auto const stops =
          byte_word(static_cast<std::size_t>(halves[little ? 0 : 1] |
                                             std::uint64_t{halves[little ? 1 : 0]} << 32))
              .not_plain();
      if (!stops.any()) return end;
      return stops.first() < 4 ? at + stops.first() : end - byte_word::size + stops.first();
    }
  }
  // The test stands here rather than in a function: in constant evaluation a call is what costs.
  while (at != end && static_cast<unsigned char>(*at - 0x20) < 0x60 && *at != '"' && *at != '\\')
    ++at;
  return at;
}

/// The first byte from `at` on that needs a closer look inside a JSON string: a quote, a backslash,
/// a control character or a byte over 0x7F; `end` when there is none. Nearly all bytes of a
/// document go through here.
[[nodiscard]] MEDUSA_HOT constexpr char const* plain_run(char const* at, char const* end) noexcept {
  char const* const first = at;
  if (!std::is_constant_evaluated()) {
    for (; static_cast<std::size_t>(end - at) >= byte_block::size; at += byte_block::size) {
      auto const stops = byte_block(at).not_plain();
      if (!stops.any()) continue;
      if (medusa::detail::small_code) break;  // counting zeros can be a function of many bytes
      return at + stops.first();
    }
  }
  return plain_tail(first, at, end);
}

/// Whether nothing in a text needs a closer look: as a JSON string it stands as it is, and it is UTF-8
/// without a NUL.
[[nodiscard]] MEDUSA_HOT constexpr bool is_plain(std::string_view const& text) noexcept {
  char const* const end = text.data() + text.size();
  return plain_run(text.data(), end) == end;
}

}  // namespace medusa::inline v0::json::detail
