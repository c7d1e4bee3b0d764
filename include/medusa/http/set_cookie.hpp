// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/slice.hpp>

namespace medusa::inline v0 {

/// The value of cookie `name` in a Set-Cookie field (RFC 6265 section 5.2), or nothing when the
/// field sets another cookie. Names are case-sensitive. A view into `field`, as the server sent it:
/// it may be empty, which is how a cookie is deleted, and `is_cookie_value` has not seen it.
[[nodiscard]] constexpr std::optional<std::string_view> cookie_value(
    std::string_view field, std::string_view name) noexcept {
  std::size_t equals = 0;
  while (equals < field.size() && field[equals] != '=' && field[equals] != ';') ++equals;
  if (equals == field.size() || field[equals] == ';' || name.empty()) return std::nullopt;
  if (ascii::trim(slice(field, 0, equals)) != name) return std::nullopt;
  std::size_t end = equals;
  while (end < field.size() && field[end] != ';') ++end;
  return ascii::trim(slice(field, equals + 1, end - equals - 1));
}

}  // namespace medusa::inline v0
