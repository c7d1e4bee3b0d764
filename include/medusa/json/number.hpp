// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/json/cursor.hpp>

namespace medusa::inline v0::json::detail {

/// Steps over one or more digits, or fails.
constexpr void scan_digits(cursor& c) noexcept {
  char const* const begin = c.at;
  while (c.at != c.end && ascii::is_digit(*c.at)) ++c.at;
  if (c.at == begin) static_cast<void>(c.fail(errc::malformed_json));
}

/// Steps over a number (RFC 8259 section 6), or fails at the first byte that belongs to none.
constexpr bool scan_number(cursor& c) noexcept {
  static_cast<void>(c.take('-'));
  if (!c.take('0')) scan_digits(c);  // a digit after a leading zero is left over
  if (c.take('.')) scan_digits(c);
  if (c.take('e') || c.take('E')) {
    if (!c.take('+')) static_cast<void>(c.take('-'));
    scan_digits(c);
  }
  return !c.halted;
}

/// The value of a checked number that is whole and fits: `1.0` and `1e2` are, as in JavaScript,
/// which knows no other numbers; `1.5` is not. Exact: nothing goes through floating point.
/// O(number).
[[nodiscard]] constexpr std::optional<std::int64_t> to_integer(
    std::string_view const& number) noexcept {
  constexpr std::int32_t most = 0x800'0000;  // of an exponent: no document has as many digits
  std::size_t const first = number.front() == '-' ? 1 : 0;
  std::size_t end = first;  // of the mantissa
  std::size_t point = 0;    // how many digits stand before the decimal point
  while (end < number.size() && (number[end] | 0x20) != 'e')
    if (number[end++] == '.') point = end - 1 - first;
  if (point == 0) point = end - first;
  std::int32_t exponent = 0;
  for (std::size_t i = end + 1; i < number.size(); ++i)
    if (ascii::is_digit(number[i]) && exponent < most) exponent = exponent * 10 + (number[i] - '0');
  if (end + 1 < number.size() && number[end + 1] == '-') exponent = -exponent;
  // The digits before the point, wherever the exponent has moved it, make the value; those behind
  // must be zeros.
  std::uint64_t value = 0;
  std::int32_t left = static_cast<std::int32_t>(point) + exponent;
  for (std::size_t i = first; i < end || (left > 0 && value != 0); ++i) {
    if (i < end && number[i] == '.') continue;
    std::uint32_t const digit = i < end ? static_cast<std::uint32_t>(number[i] - '0') : 0;
    if (left-- <= 0) {
      if (digit != 0) return std::nullopt;
      continue;
    }
    if (value >> 60 != 0) return std::nullopt;  // below 2^60 ten times as much fits
    value = value * 10 + digit;
  }
  constexpr std::uint64_t least = std::uint64_t{1} << 63;
  if (first == 1 ? value > least : value >= least) return std::nullopt;
  return static_cast<std::int64_t>(first == 1 ? 0 - value : value);
}

}  // namespace medusa::inline v0::json::detail
