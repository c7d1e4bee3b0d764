// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <type_traits>

#include <medusa/core/byte_block.hpp>
#include <medusa/core/hot.hpp>
#include <medusa/core/utf8.hpp>

namespace medusa::inline v0::json::detail {

using medusa::detail::byte_block;

/// Steps over what is text inside a JSON string and well-formed UTF-8, ASCII or not, by whole
/// blocks, as far as it is quick to: further text may follow. Precondition: three bytes are before
/// `at`, and a sequence ends there.
template <class Block>
[[nodiscard]] char const* text_blocks(char const* at, char const* end) noexcept {
  char const* const first = at;
  for (; static_cast<std::size_t>(end - at) >= Block::size; at += Block::size) {
    auto const stops = Block::not_text(at);
    if (!stops.any()) continue;
    at += stops.first();
    break;
  }
  // Back to where the last sequence begins, which may not be complete.
  char const* last = at;
  while (last != first && (last[-1] & 0xC0) == 0x80) --last;
  return last != first && (last[-1] & 0x80) != 0 ? last - 1 : at;
}

/// Steps over sequences of UTF-8 that begin at `at`, not with ASCII, perhaps with text between them
/// that needs no closer look. Where it ends either another kind of byte is, or what is not
/// well-formed: then `good` becomes false. Precondition: `at != end`.
[[nodiscard]] constexpr char const* utf8_run(char const* at, char const* end, bool& good) noexcept {
  // Bytes that are quicker by themselves, as in a name here and there; no less than a block looks
  // back at.
  constexpr std::ptrdiff_t few = 8;
  char const* const first = at;
  do {
    std::size_t const length = medusa::detail::utf8_length(at, end);
    good = length != 0;
    at += length;
    if constexpr (byte_block::wide && !medusa::detail::small_code)
      if (!std::is_constant_evaluated() && at - first >= few && good)
        at = text_blocks<byte_block>(at, end);
  } while (good && at != end && static_cast<unsigned char>(*at) >= 0x80);
  return at;
}

}  // namespace medusa::inline v0::json::detail
