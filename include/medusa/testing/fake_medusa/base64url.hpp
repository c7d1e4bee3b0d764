// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace medusa::inline v0::testing::fake {

/// The character for each number below 64.
inline constexpr std::string_view base64url_alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Base64 with the alphabet for URLs and without padding (RFC 4648 section 5), as in a JWT.
[[nodiscard]] inline std::string to_base64url(std::string_view bytes) {
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (char const c : bytes) {
    bits = bits << 8 | static_cast<unsigned char>(c);
    for (count += 8; count >= 6; count -= 6) out += base64url_alphabet[bits >> (count - 6) & 63];
  }
  if (count > 0) out += base64url_alphabet[bits << (6 - count) & 63];
  return out;
}

/// Nothing for a character outside the alphabet, or a length that no bytes have.
[[nodiscard]] inline std::optional<std::string> from_base64url(std::string_view text) {
  if (text.size() % 4 == 1) return std::nullopt;
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (char const c : text) {
    std::size_t const at = base64url_alphabet.find(c);
    if (at == std::string_view::npos) return std::nullopt;
    bits = bits << 6 | static_cast<std::uint32_t>(at);
    count += 6;
    if (count >= 8) out += static_cast<char>(bits >> (count -= 8) & 255);
  }
  return out;
}

}  // namespace medusa::inline v0::testing::fake
