// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <medusa/core/ascii.hpp>
#include <medusa/core/byte_block.hpp>
#include <medusa/core/hot.hpp>
#include <medusa/core/sink.hpp>

namespace medusa::inline v0 {

/// `unreserved` of RFC 3986 section 2.3.
[[nodiscard]] constexpr bool is_unreserved(char c) noexcept {
  return ascii::is_alpha(c) || ascii::is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

namespace detail {

/// `is_unreserved` of every byte, where 256 bytes are nothing.
struct unreserved_table {
  consteval unreserved_table() noexcept {
    for (int i = 0; i < 256; ++i) is[i] = is_unreserved(static_cast<char>(i));
  }
  bool is[256]{};
};
inline constexpr unreserved_table unreserved;

inline constexpr char percent_digits[] = "0123456789ABCDEF";

/// What encoding came to.
struct percent_encoded {
  char* end;       ///< behind what was written
  bool printable;  ///< all of the text is printable ASCII
};

/// Writes `text` encoded to `at`: at most three times its size.
template <class Block = byte_block>
[[gnu::noinline]] constexpr percent_encoded percent_encode(char* at,
                                                           std::string_view text) noexcept {
  char const* from = text.data();
  char const* const end = from + text.size();
  if constexpr (Block::wide) {
    if (!std::is_constant_evaluated() && text.size() >= Block::size) {
      // Ids need no encoding, and are copied by blocks, of which the last has some of the one before.
      while (!Block(from).reserved().any()) {
        std::char_traits<char>::copy(at, from, Block::size);
        auto const left = static_cast<std::size_t>(end - from) - Block::size;
        if (left == 0) return {at + Block::size, true};
        std::size_t const step = left < Block::size ? left : Block::size;
        at += step, from += step;
      }
    }
  }
  bool printable = true;
  auto const plain = [&from](int i) {
    return unsigned{unreserved.is[static_cast<std::uint8_t>(from[i])]};
  };
  while (from != end) {
    // Most texts are runs of such: four of them are tested and copied at once.
    bool const four = end - from >= 4;
    char const* const next = four ? from + 4 : end;
    if (four && (plain(0) & plain(1) & plain(2) & plain(3)) != 0) {
      std::char_traits<char>::copy(at, from, 4);
      at += 4, from = next;
      continue;
    }
    do {
      auto const byte = static_cast<std::uint8_t>(*from++);
      if (unreserved.is[byte]) {
        *at++ = static_cast<char>(byte);
      } else {
        *at++ = '%';
        *at++ = percent_digits[byte >> 4];
        *at++ = percent_digits[byte & 15];
        printable = printable && byte >= 0x20 && byte < 0x7F;
      }
    } while (from != next);
  }
  return {at, printable};
}
}  // namespace detail

/// Appends `text` with every byte but unreserved characters as `%XX` in upper case: safe as a name
/// or value of a query and as a path segment, unless `text` is empty, `"."` or `".."`, which the
/// caller must refuse there. For UTF-8 the same bytes as from the `qs` package, which the official
/// client uses.
constexpr void append_percent_encoded(sink& out, std::string_view const& text) noexcept {
  if constexpr (!detail::small_code) {
    auto const write = [&](char* at) {
      return static_cast<std::size_t>(detail::percent_encode(at, text).end - at);
    };
    if (out.append_most(3 * text.size(), write)) return;
  }
  for (char c : text) {
    if (!is_unreserved(c)) {
      auto const byte = static_cast<std::uint8_t>(c);
      out.append('%');
      out.append(detail::percent_digits[byte >> 4]);
      c = detail::percent_digits[byte & 15];
    }
    out.append(c);
  }
}

}  // namespace medusa::inline v0
