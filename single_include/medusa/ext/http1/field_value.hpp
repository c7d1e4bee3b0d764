// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../../medusa.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

// medusa/ext/http1/field_value.hpp

namespace medusa::inline v0::ext::http1 {

/// `1*DIGIT` and nothing else. What does not fit is the largest number there is: a length must not
/// overflow into a small one (RFC 9110 section 8.6).
[[nodiscard]] constexpr std::optional<std::size_t> parse_decimal(std::string_view text) noexcept {
  constexpr std::size_t most = std::numeric_limits<std::size_t>::max();
  if (text.empty()) return std::nullopt;
  std::size_t value = 0;
  for (char const c : text) {
    if (!ascii::is_digit(c)) return std::nullopt;
    auto const digit = static_cast<std::size_t>(c - '0');
    value = value > (most - digit) / 10 ? most : value * 10 + digit;
  }
  return value;
}

/// Takes the first member off a comma-separated list (RFC 9110 section 5.6.1).
[[nodiscard]] constexpr std::string_view take_member(std::string_view& list) noexcept {
  std::string_view const member = slice(list, 0, list.find(','));
  list.remove_prefix(member.size() < list.size() ? member.size() + 1 : list.size());
  return ascii::trim(member);
}

/// Whether a list has that member, whatever its case.
[[nodiscard]] constexpr bool has_member(std::string_view list, std::string_view name) noexcept {
  while (!list.empty())
    if (ascii::iequals(take_member(list), name)) return true;
  return false;
}

/// How long the server keeps an idle connection: `timeout=5`, in seconds and at the beginning of a
/// Keep-Alive field (RFC 2068 section 19.7.1, and no later one; Node and others send it). The
/// longest time when the field does not say.
[[nodiscard]] constexpr duration keep_alive_timeout(std::string_view field) noexcept {
  std::string_view const member = take_member(field);
  auto const seconds = parse_decimal(slice(member, 8));
  constexpr std::size_t a_day = 86'400;
  if (!ascii::iequals(slice(member, 0, 8), "timeout=") || !seconds || *seconds > a_day)
    return duration::max();
  return duration::milliseconds(static_cast<std::int64_t>(*seconds) * 1000);
}

}  // namespace medusa::inline v0::ext::http1
