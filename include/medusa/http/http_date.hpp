// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/calendar.hpp>
#include <medusa/core/slice.hpp>

namespace medusa {

namespace detail {
/// Index of the three letters at `at` among names of three letters each; -1 when they are none of them.
[[nodiscard]] constexpr int index_of_name(char const* names, char const* at) noexcept {
  for (int i = 0; names[i] != '\0'; i += 3)
    if (names[i] == at[0] && names[i + 1] == at[1] && names[i + 2] == at[2]) return i / 3;
  return -1;
}
}  // namespace detail

/// Seconds since the Unix epoch of an HTTP date, in each of the three forms that a recipient must
/// accept (RFC 9110 section 5.6.7), or nothing when it is none. Letters count as written. The name of the
/// day is not compared with the date, and only its first three letters are looked at. A two-digit
/// year is read as 1970 to 2069; the RFC has it never more than 50 years ahead, which needs today's
/// date and differs only far from today.
[[nodiscard]] constexpr std::optional<std::int64_t> parse_http_date(std::string_view text) noexcept {
  using ascii::two_digits;
  if (text.size() < 24 || detail::index_of_name("SunMonTueWedThuFriSat", text.data()) < 0) return std::nullopt;
  civil_time t;
  char const* month = text.data() + 4;
  char const* time = text.data() + 11;
  if (ascii::has_form(text, "*** *** *0 00:00:00 0000")) {  // Sun Nov  6 08:49:37 1994
    char const tens = text[8] == ' ' ? '0' : text[8];
    if (!ascii::is_digit(tens)) return std::nullopt;
    t.day = (tens - '0') * 10 + (text[9] - '0');
    t.year = two_digits(time + 9) * 100 + two_digits(time + 11);
  } else {
    std::size_t comma = 3;
    while (comma < 9 && ascii::is_alpha(text[comma])) ++comma;
    std::string_view const date = slice(text, comma);
    char const* const day = date.data() + 2;
    month = day + 3;
    if (comma == 3 && ascii::has_form(date, ", 00 *** 0000 00:00:00 GMT")) {  // Sun, 06 Nov 1994 08:49:37 GMT
      t.year = two_digits(day + 7) * 100 + two_digits(day + 9);
      time = day + 12;
    } else if (comma > 5 && ascii::has_form(date, ", 00-***-00 00:00:00 GMT")) {  // Sunday, 06-Nov-94 08:49:37 GMT
      t.year = two_digits(day + 7);
      t.year += t.year < 70 ? 2000 : 1900;
      time = day + 10;
    } else {
      return std::nullopt;
    }
    t.day = two_digits(day);
  }
  t.month = detail::index_of_name("JanFebMarAprMayJunJulAugSepOctNovDec", month) + 1;
  return unix_seconds(t, time);
}

}  // namespace medusa
