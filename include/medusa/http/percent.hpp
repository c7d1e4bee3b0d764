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

/// `percent_encode` of any text, from `from` on.
constexpr percent_encoded percent_encode_any(char* at, char const* from, char const* end) noexcept {
  bool printable = true;
  auto const encode = [&](char c) {
    auto const byte = static_cast<std::uint8_t>(c);
    at[0] = '%';
    at[1] = percent_digits[byte >> 4];
    at[2] = percent_digits[byte & 15];
    at += 3;
    printable = printable && byte >= 0x20 && byte < 0x7F;
  };
  if (!std::is_constant_evaluated()) {
    while (static_cast<std::size_t>(end - from) >= byte_block::size) {
      std::char_traits<char>::copy(at, from, byte_block::size);  // what is behind a mark goes again
      auto const marks = byte_block(from).reserved();
      std::size_t const plain = marks.any() ? marks.first() : byte_block::size;
      at += plain, from += plain;
      if (marks.any()) encode(*from++);
    }
  }
  for (; from != end; ++from)
    if (unreserved.is[static_cast<std::uint8_t>(*from)]) *at++ = *from;
    else encode(*from);
  return {at, printable};
}

/// Writes `text` encoded to `at`: at most three times its size.
[[gnu::noinline]] constexpr percent_encoded percent_encode(char* at,
                                                           std::string_view text) noexcept {
  char const* from = text.data();
  char const* const end = from + text.size();
  if (!std::is_constant_evaluated() && text.size() >= byte_block::size) {
    // Ids need no encoding, and are copied by blocks, of which the last has some of the one before.
    while (!byte_block(from).reserved().any()) {
      std::char_traits<char>::copy(at, from, byte_block::size);
      auto const left = static_cast<std::size_t>(end - from) - byte_block::size;
      if (left == 0) return {at + byte_block::size, true};
      std::size_t const step = left < byte_block::size ? left : byte_block::size;
      at += step, from += step;
    }
  }
  return percent_encode_any(at, from, end);
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
  for (char const c : text) {
    if (is_unreserved(c)) {
      out.append(c);
    } else {
      auto const byte = static_cast<std::uint8_t>(c);
      out.append('%');
      out.append(detail::percent_digits[byte >> 4]);
      out.append(detail::percent_digits[byte & 15]);
    }
  }
}

}  // namespace medusa::inline v0
