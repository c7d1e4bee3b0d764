// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include <medusa/core/static_string.hpp>

namespace medusa::inline v0 {

namespace detail {
/// See `make_uuid`.
constexpr void write_uuid(static_string<36>& text, std::uint64_t high, std::uint64_t low) noexcept {
  high = (high & 0xFFFF'FFFF'FFFF'0FFFu) | 0x4000u;
  low = (low & 0x3FFF'FFFF'FFFF'FFFFu) | 0x8000'0000'0000'0000u;
  static_cast<void>(text.resize(36));
  for (std::size_t i = 0; i < 36; ++i) {
    char digit = '-';
    if (i != 8 && i != 13 && i != 18 && i != 23) {
      digit = "0123456789abcdef"[high >> 60];
      high = high << 4 | low >> 60;
      low <<= 4;
    }
    text.data()[i] = digit;
  }
}
}  // namespace detail

/// A version 4 UUID (RFC 9562 section 5.4) from 128 bits of entropy, six of which are replaced, in
/// lower case: what the official client sends as `Idempotency-Key`.
[[nodiscard]] constexpr static_string<36> make_uuid(std::uint64_t high,
                                                    std::uint64_t low) noexcept {
  static_string<36> text;
  detail::write_uuid(text, high, low);
  return text;
}

}  // namespace medusa::inline v0
