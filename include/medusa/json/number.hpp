// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/json/cursor.hpp>

namespace medusa::json::detail {

/// Steps over one or more digits, or fails.
constexpr bool scan_digits(cursor& c) noexcept {
  char const* const begin = c.at;
  while (c.at != c.end && ascii::is_digit(*c.at)) ++c.at;
  return c.at != begin || c.fail(errc::malformed_json, c.at);
}

/// Steps over a number (RFC 8259 section 6), or fails at the first byte that belongs to none.
constexpr bool scan_number(cursor& c) noexcept {
  static_cast<void>(c.take('-'));
  if (!c.take('0') && !scan_digits(c)) return false;  // a digit after a leading zero is left over
  if (c.take('.') && !scan_digits(c)) return false;
  if (!c.take('e') && !c.take('E')) return true;
  if (!c.take('+')) static_cast<void>(c.take('-'));
  return scan_digits(c);
}

/// Multiplies by ten, `times` times. False when the result would be over `limit`.
constexpr bool scale_up(std::uint64_t& magnitude, std::int64_t times, std::uint64_t limit) noexcept {
  for (; times > 0 && magnitude != 0; --times) {  // at most 19 rounds, however large the exponent
    if (magnitude > limit / 10) return false;
    magnitude *= 10;
  }
  return true;
}

/// The value of a checked number that is whole and fits: `1.0` and `1e2` are, as in JavaScript, which
/// knows no other numbers; `1.5` is not. Exact: nothing goes through floating point.
[[nodiscard]] constexpr std::optional<std::int64_t> to_integer(std::string_view number) noexcept {
  bool const negative = number.front() == '-';
  std::uint64_t const limit =
      std::uint64_t{std::numeric_limits<std::int64_t>::max()} + (negative ? 1u : 0u);
  std::uint64_t magnitude = 0;  // without the zeros at its end
  std::int64_t zeros = 0;
  std::int64_t power = 0;  // of ten, from the point and the exponent
  bool fraction = false;
  std::size_t at = negative ? 1 : 0;
  for (; at < number.size(); ++at) {
    char const c = number[at];
    if (c == '.') {
      fraction = true;
      continue;
    }
    if (!ascii::is_digit(c)) break;
    if (fraction) --power;
    if (c == '0') {
      ++zeros;
      continue;
    }
    if (!scale_up(magnitude, zeros + 1, limit)) return std::nullopt;
    auto const digit = static_cast<std::uint64_t>(c - '0');
    if (digit > limit - magnitude) return std::nullopt;
    magnitude += digit;
    zeros = 0;
  }
  if (magnitude == 0) return 0;

  std::int64_t exponent = 0;
  bool down = false;
  for (++at; at < number.size(); ++at) {  // past the `e`
    char const c = number[at];
    if (!ascii::is_digit(c)) down = c == '-';
    else if (exponent < 1'000'000'000'000'000'000 / 10) exponent = exponent * 10 + (c - '0');
    // else: no document has digits enough to make up for an exponent this large
  }
  power += zeros + (down ? -exponent : exponent);
  if (power < 0 || !scale_up(magnitude, power, limit)) return std::nullopt;
  return negative ? -1 - static_cast<std::int64_t>(magnitude - 1) : static_cast<std::int64_t>(magnitude);
}

}  // namespace medusa::json::detail
