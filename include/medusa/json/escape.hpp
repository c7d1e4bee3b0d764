// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include <medusa/core/ascii.hpp>

// One backslash escape of a JSON string (RFC 8259 section 7): its length, and what it stands for.

namespace medusa::inline v0::json::detail {

/// The short escapes: a letter, and what it stands for.
struct short_escape {
  char letter;
  char meaning;
};
inline constexpr short_escape short_escapes[] = {{'"', '"'},  {'\\', '\\'}, {'b', '\b'},
                                                 {'f', '\f'}, {'n', '\n'},  {'r', '\r'},
                                                 {'t', '\t'}, {'/', '/'}};

/// What `\uXXXX` at `at` stands for; -1 when that is not there.
[[nodiscard]] constexpr std::int32_t read_unit(char const* at, char const* end) noexcept {
  if (end - at < 6 || at[0] != '\\' || at[1] != 'u') return -1;
  std::int32_t value = 0;
  for (int i = 2; i < 6; ++i) {
    int const digit = medusa::detail::hex_digit(at[i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/// Steps over the escape whose backslash is at `at`, and gives the code point it stands for; -1
/// when it is none. A surrogate counts only as half of a pair, the high one first: alone it stands
/// for no character and has no UTF-8 form.
[[nodiscard]] constexpr std::int32_t take_escape(char const*& at, char const* end) noexcept {
  if (end - at < 2) return -1;
  for (short_escape const& each : short_escapes) {
    if (at[1] != each.letter) continue;
    at += 2;
    return each.meaning;
  }
  std::int32_t const unit = read_unit(at, end);
  if (unit < 0) return -1;
  std::int32_t const high = unit - 0xD800;
  if (high < 0 || high >= 0x800) return at += 6, unit;
  std::int32_t const low = read_unit(at + 6, end) - 0xDC00;
  if (static_cast<std::uint32_t>(high | low) >= 0x400) return -1;  // either one
  at += 12;
  return 0x10000 + (high << 10) + low;
}

/// Writes the UTF-8 form of a code point, at most 4 bytes and never more than its escape has, and
/// gives its size.
constexpr std::size_t encode_utf8(std::int32_t code, char* out) noexcept {
  if (code < 0x80) {
    *out = static_cast<char>(code);
    return 1;
  }
  std::size_t const size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  for (std::size_t i = size; --i > 0; code >>= 6) out[i] = static_cast<char>(0x80 | (code & 0x3F));
  out[0] = static_cast<char>((0xF00 >> size) | code);  // as many ones as there are bytes
  return size;
}

/// Decodes what is at `at`, a byte or an escape, in a text that a reader has checked, and steps
/// over it. Gives the bytes that it wrote, at most 4 and never more than it has read.
constexpr std::size_t take_unescaped(char const*& at, char const* end, char* out) noexcept {
  if (*at != '\\') {
    *out = *at++;
    return 1;
  }
  return encode_utf8(take_escape(at, end), out);
}

}  // namespace medusa::inline v0::json::detail
