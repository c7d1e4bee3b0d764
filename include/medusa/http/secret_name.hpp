// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/static_string.hpp>
#include <medusa/http/header.hpp>

namespace medusa::inline v0 {

/// What is shown in place of a secret.
inline constexpr std::string_view redacted = "REDACTED";

/// Whether a member of a JSON object or a parameter of a query has a name that stands for a secret,
/// whatever its case: those of the users API and of the logins (`password_hash` has been handed out
/// by servers), and those of secret headers, which some proxies repeat in a body.
[[nodiscard]] constexpr bool is_secret_name(std::string_view name) noexcept {
  return ascii::is_listed(name, "password,password_hash,token,api_token,access_token") ||
         is_secret_header(name);
}

/// The same for a parameter as it stands in a query, percent-encoded. Of a name with brackets, such
/// as `user[token]`, each part counts. O(name).
[[nodiscard]] constexpr bool is_secret_parameter(std::string_view encoded) noexcept {
  constexpr auto digit = medusa::detail::hex_digit;
  static_string<32> part{};  // longer than any name of a secret
  bool fits = true;
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    char c = encoded[i];
    if (c == '%' && encoded.size() - i > 2 && digit(encoded[i + 1]) >= 0 &&
        digit(encoded[i + 2]) >= 0) {
      c = static_cast<char>(
          static_cast<unsigned char>(digit(encoded[i + 1]) * 16 + digit(encoded[i + 2])));
      i += 2;
    }
    if (c == '[' || c == ']') {
      if (fits && is_secret_name(part)) return true;
      part.clear();
      fits = true;
    } else if (std::size_t const size = part.size(); (fits = fits && part.resize(size + 1))) {
      part.data()[size] = c;
    }
  }
  return fits && is_secret_name(part);
}

}  // namespace medusa::inline v0
