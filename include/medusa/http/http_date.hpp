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

/// Reads an HTTP date in any of its forms.
[[nodiscard]] constexpr bool read_http_form(date_reader& in) noexcept {
  // Sun, 06 Nov 1994 08:49:37 GMT; Sunday, 06-Nov-94 08:49:37 GMT; Sun Nov  6 08:49:37 1994
  constexpr auto month = [](date_reader& from) {
    return (from.date.month = from.name("JanFebMarAprMayJunJulAugSepOctNovDec")) != 0;
  };
  if (in.name("SunMonTueWedThuFriSat") == 0) return false;
  while (ascii::is_alpha(in.peek())) ++in.at;
  if (in.read(" "))
    return month(in) && in.read(" ") && in.number('3', in.read(" ") ? 1 : 2) && in.read(" 4:5:6 1");
  if (!in.read(", 3")) return false;
  char const* const between = in.peek() == '-' ? "-" : " ";
  if (!in.read(between) || !month(in) || !in.read(between) ||
      !in.number('1', *between == '-' ? 2 : 4))
    return false;
  if (*between == '-') in.date.year += in.date.year < 70 ? 2000 : 1900;
  return in.read(" 4:5:6 GMT");
}

/// As `parse_http_date`; `no_seconds` when it is none.
[[nodiscard]] constexpr std::int64_t read_http_date(std::string_view const& text) noexcept {
  date_reader in(text);
  return read_http_form(in) && in.at_end() && in.exists() ? unix_seconds(in.date) : no_seconds;
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
