// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

// One backslash escape of a JSON string (RFC 8259 section 7): its length, and what it stands for.
namespace medusa::json::detail {

/// Value of four hexadecimal digits; -1 when one of them is none.
[[nodiscard]] constexpr std::int32_t hex4(char const* at) noexcept {
  std::int32_t value = 0;
  for (int i = 0; i < 4; ++i) {
    char const c = at[i];
    if (c >= '0' && c <= '9') value = value * 16 + (c - '0');
    else if (c >= 'a' && c <= 'f') value = value * 16 + (c - 'a' + 10);
    else if (c >= 'A' && c <= 'F') value = value * 16 + (c - 'A' + 10);
    else return -1;
  }
  return value;
}

[[nodiscard]] constexpr bool is_high_surrogate(std::int32_t unit) noexcept {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
[[nodiscard]] constexpr bool is_low_surrogate(std::int32_t unit) noexcept {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

/// Bytes of the escape whose backslash is at `at`; 0 when it is none. A surrogate counts only as half
/// of a pair, the high one first: alone it stands for no character and has no UTF-8 form.
[[nodiscard]] constexpr std::size_t escape_length(char const* at, char const* end) noexcept {
  if (end - at < 2) return 0;
  switch (at[1]) {
    case '"': case '\\': case '/': case 'b': case 'f': case 'n': case 'r': case 't': return 2;
    case 'u': break;
    default: return 0;
  }
  std::int32_t const unit = end - at < 6 ? -1 : hex4(at + 2);
  if (unit < 0 || is_low_surrogate(unit)) return 0;
  if (!is_high_surrogate(unit)) return 6;
  bool const pair = end - at >= 12 && at[6] == '\\' && at[7] == 'u' && is_low_surrogate(hex4(at + 8));
  return pair ? 12 : 0;
}

/// What an escape stands for.
struct unescaped {
  char bytes[4] = {};    ///< its UTF-8 form
  std::size_t size = 0;  ///< how many of them
  std::size_t length = 0;  ///< bytes of the escape itself; never fewer than `size`
};

/// Decodes the escape at `at`, for which `escape_length` was not 0.
[[nodiscard]] constexpr unescaped decode_escape(char const* at) noexcept {
  switch (at[1]) {
    case 'b': return {{'\b'}, 1, 2};
    case 'f': return {{'\f'}, 1, 2};
    case 'n': return {{'\n'}, 1, 2};
    case 'r': return {{'\r'}, 1, 2};
    case 't': return {{'\t'}, 1, 2};
    case 'u': break;
    default: return {{at[1]}, 1, 2};
  }
  std::int32_t code = hex4(at + 2);
  std::size_t length = 6;
  if (is_high_surrogate(code)) {
    code = 0x10000 + (code - 0xD800) * 0x400 + (hex4(at + 8) - 0xDC00);
    length = 12;
  }
  auto const lead = [&](int marker, int shift) { return static_cast<char>(marker | (code >> shift)); };
  auto const tail = [&](int shift) { return static_cast<char>(0x80 | ((code >> shift) & 0x3F)); };
  if (code < 0x80) return {{lead(0, 0)}, 1, length};
  if (code < 0x800) return {{lead(0xC0, 6), tail(0)}, 2, length};
  if (code < 0x10000) return {{lead(0xE0, 12), tail(6), tail(0)}, 3, length};
  return {{lead(0xF0, 18), tail(12), tail(6), tail(0)}, 4, length};
}

}  // namespace medusa::json::detail
