// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// One backslash escape of a JSON string (RFC 8259 section 7): its length, and what it stands for.

namespace medusa::json::detail {

/// The letters of the short escapes, and at the same places what they stand for.
inline constexpr std::string_view escape_letters = "\"\\bfnrt/";
inline constexpr std::string_view escape_meanings = "\"\\\b\f\n\r\t/";

/// Value of the four hexadecimal digits at `at`; -1 when they are none.
[[nodiscard]] constexpr std::int32_t hex4(char const* at, char const* end) noexcept {
  if (end - at < 4) return -1;
  std::int32_t value = 0;
  for (int i = 0; i < 4; ++i) {
    int const c = static_cast<unsigned char>(at[i]);
    int digit = c - '0';
    if (digit < 0 || digit > 9) {
      digit = (c | 0x20) - 'a' + 10;  // one case for both
      if (digit < 10 || digit > 15) return -1;
    }
    value = value * 16 + digit;
  }
  return value;
}

struct escape {
  std::int32_t code = 0;   ///< the code point it stands for
  std::size_t length = 0;  ///< its bytes; 0 when it is no escape
};

/// Reads the escape whose backslash is at `at`. A surrogate counts only as half of a pair, the high one
/// first: alone it stands for no character and has no UTF-8 form.
[[nodiscard]] constexpr escape read_escape(char const* at, char const* end) noexcept {
  if (end - at < 2) return {};
  for (std::size_t i = 0; i < escape_letters.size(); ++i)
    if (at[1] == escape_letters[i]) return {escape_meanings[i], 2};
  std::int32_t const unit = at[1] == 'u' ? hex4(at + 2, end) : -1;
  if (unit < 0) return {};
  if ((unit & 0xF800) != 0xD800) return {unit, 6};
  std::int32_t const low = end - at >= 8 && at[6] == '\\' && at[7] == 'u' ? hex4(at + 8, end) : -1;
  if (unit >= 0xDC00 || (low & ~0x3FF) != 0xDC00) return {};
  return {0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF), 12};
}

/// Writes the UTF-8 form of a code point, at most 4 bytes and never more than its escape has, and gives
/// its size.
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

}  // namespace medusa::json::detail
