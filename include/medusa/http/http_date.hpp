// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/calendar.hpp>
#include <medusa/core/date_form.hpp>

namespace medusa::inline v0 {

namespace detail {
/// No point in time.
inline constexpr std::int64_t no_seconds = std::numeric_limits<std::int64_t>::min();

/// As `parse_http_date`; `no_seconds` when it is none.
[[nodiscard]] constexpr std::int64_t read_http_date(std::string_view const& text) noexcept {
  date_reader in(text);
  // Sun, 06 Nov 1994 08:49:37 GMT; Sunday, 06-Nov-94 08:49:37 GMT; Sun Nov  6 08:49:37 1994
  in.name("SunMonTueWedThuFriSat");
  while (ascii::is_alpha(in.peek())) ++in.at;
  bool const year_last = in.peek() == ' ';
  if (!year_last) in.read(", 3");
  char const between = in.peek() == '-' ? '-' : ' ';
  in.literal(between);
  in.parts[1] = in.name("JanFebMarAprMayJunJulAugSepOctNovDec");
  in.literal(between);
  if (year_last) {
    bool const one_digit = in.peek() == ' ';
    if (one_digit) ++in.at;
    in.number('3', one_digit ? 1 : 2);
    in.read(" 4:5:6 1");
  } else {
    in.number('1', between == '-' ? 2 : 4);
    if (between == '-' && !in.failed()) in.parts[0] += in.parts[0] < 70 ? 2000 : 1900;
    in.read(" 4:5:6 GMT");
  }
  return in.exists() ? unix_seconds(in.date()) : no_seconds;
}
}  // namespace detail

/// Seconds since the Unix epoch of an HTTP date, in each of the three forms that a recipient must
/// accept (RFC 9110 section 5.6.7), or nothing when it is none. Letters count as written. The name
/// of the day is not compared with the date, and may be short or long in either form. A two-digit
/// year is read as 1970 to 2069; the RFC has it never more than 50 years ahead, which needs today's
/// date and differs only far from today.
[[nodiscard]] constexpr std::optional<std::int64_t> parse_http_date(
    std::string_view text) noexcept {
  std::int64_t const seconds = detail::read_http_date(text);
  if (seconds == detail::no_seconds) return std::nullopt;
  return seconds;
}

}  // namespace medusa::inline v0
