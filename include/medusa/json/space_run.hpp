// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <medusa/core/byte_block.hpp>
#include <medusa/core/hot.hpp>

namespace medusa::inline v0::json::detail {

using medusa::detail::byte_block;

/// White space of JSON (RFC 8259 section 2).
[[nodiscard]] constexpr bool is_space(char c) noexcept {
  constexpr std::uint32_t spaces =
      1u << (' ' - '\t') | 1u << ('\r' - '\t') | 1u << ('\n' - '\t') | 1u;
  std::uint32_t const place = static_cast<std::uint32_t>(c) - '\t';
  return place < 32 && ((spaces >> place) & 1) != 0;
}

/// The first byte from `at` on that is no white space, or `end`. Documents have none, as servers
/// write them, or single ones, and line ends with many spaces behind, as people like to see them.
[[nodiscard]] constexpr char const* space_run(char const* at, char const* end) noexcept {
  while (at != end && is_space(*at)) {
    ++at;
    if (std::is_constant_evaluated() || medusa::detail::small_code) continue;
    if (at == end || static_cast<unsigned char>(*at) > ' ') break;
    for (; static_cast<std::size_t>(end - at) >= byte_block::size; at += byte_block::size) {
      auto const stops = byte_block(at).not_space();
      if (!stops.any()) continue;
      at += stops.first();
      break;
    }
  }
  return at;
}

/// The same before a member, of which many are indented alike: `usual` is how much white space the
/// last had. As long as it stays, what is behind is read without waiting until its place is found.
/// More white space may be left there: to look whether took an eighth of the time that 100 users of
/// pretty-printed text take (`borrowed`, g++).
[[nodiscard]] MEDUSA_HOT constexpr char const* space_run(char const* at, char const* end,
                                                         std::size_t& usual) noexcept {
  std::size_t const spaces = usual - 1;  // behind the end of the line
  bool const fits = spaces < byte_block::size;
  if (!std::is_constant_evaluated() && fits &&
      static_cast<std::size_t>(end - at) > byte_block::size && *at == '\n' &&
      byte_block(at + 1).not_space().first_is(spaces))
    return at + usual;
  char const* const behind = space_run(at, end);
  usual = static_cast<std::size_t>(behind - at);
  return behind;
}

}  // namespace medusa::inline v0::json::detail
