// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/sink.hpp>

namespace medusa::inline v0 {

/// `unreserved` of RFC 3986 section 2.3.
[[nodiscard]] constexpr bool is_unreserved(char c) noexcept {
  return ascii::is_alpha(c) || ascii::is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

/// Appends `text` with every byte but unreserved characters as `%XX` in upper case: safe as a name
/// or value of a query and as a path segment, unless `text` is empty, `"."` or `".."`, which the
/// caller must refuse there. For UTF-8 the same bytes as from the `qs` package, which the official
/// client uses.
constexpr void append_percent_encoded(sink& out, std::string_view const& text) noexcept {
  constexpr auto const& digits = "0123456789ABCDEF";
  for (char const c : text) {
    if (is_unreserved(c)) {
      out.append(c);
    } else {
      auto const byte = static_cast<std::uint8_t>(c);
      out.append('%');
      out.append(digits[byte >> 4]);
      out.append(digits[byte & 15]);
    }
  }
}

}  // namespace medusa::inline v0
