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
/// Reads fixed forms from the front of a text; once something does not match, `ok` stays false.
struct date_scanner {
  std::string_view rest;
  bool ok = true;

  constexpr void literal(std::string_view text) noexcept {
    ok = ok && rest.starts_with(text);
    if (ok) rest.remove_prefix(text.size());
  }
  /// Exactly `digits` digits; `padded` allows a space for the first.
  constexpr int number(std::size_t digits, bool padded = false) noexcept {
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      char const c = i < rest.size() ? rest[i] : '\0';
      if (padded && i == 0 && c == ' ') continue;
      if (!ascii::is_digit(c)) return static_cast<void>(ok = false), 0;
      value = value * 10 + (c - '0');
    }
    rest.remove_prefix(digits);
    return value;
  }
  constexpr int month() noexcept {
    std::size_t const at =
        rest.size() < 3 ? std::string_view::npos
                        : std::string_view("JanFebMarAprMayJunJulAugSepOctNovDec").find(slice(rest, 0, 3));
    if (at == std::string_view::npos || at % 3 != 0) return static_cast<void>(ok = false), 0;
    rest.remove_prefix(3);
    return static_cast<int>(at / 3) + 1;
  }
  constexpr void weekday(bool whole) noexcept {
    for (std::string_view const day :
         {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}) {
      std::string_view const name = whole ? day : slice(day, 0, 3);
      if (rest.starts_with(name)) return rest.remove_prefix(name.size());
    }
    ok = false;
  }
};
}  // namespace detail

/// Seconds since the Unix epoch of an HTTP date, in each of the three forms that a recipient must
/// accept (RFC 9110 section 5.6.7), or nothing when it is none. Letters count as written, and the
/// name of the day is not compared with the date. A two-digit year is read as 1970 to 2069; the RFC
/// has it never more than 50 years ahead, which needs today's date and differs only far from today.
[[nodiscard]] constexpr std::optional<std::int64_t> parse_http_date(std::string_view text) noexcept {
  detail::date_scanner in{.rest = text};
  civil_time t;
  std::size_t const comma = text.find(',');
  if (comma == 3) {  // Sun, 06 Nov 1994 08:49:37 GMT
    in.weekday(false);
    in.literal(", ");
    t.day = in.number(2);
    in.literal(" ");
    t.month = in.month();
    in.literal(" ");
    t.year = in.number(4);
    in.literal(" ");
  } else if (comma != std::string_view::npos) {  // Sunday, 06-Nov-94 08:49:37 GMT
    in.weekday(true);
    in.literal(", ");
    t.day = in.number(2);
    in.literal("-");
    t.month = in.month();
    in.literal("-");
    t.year = in.number(2);
    t.year += t.year < 70 ? 2000 : 1900;
    in.literal(" ");
  } else {  // Sun Nov  6 08:49:37 1994
    in.weekday(false);
    in.literal(" ");
    t.month = in.month();
    in.literal(" ");
    t.day = in.number(2, true);
    in.literal(" ");
  }
  t.hour = in.number(2);
  in.literal(":");
  t.minute = in.number(2);
  in.literal(":");
  t.second = in.number(2);
  in.literal(" ");
  if (comma == std::string_view::npos) t.year = in.number(4);
  else in.literal("GMT");
  if (!in.ok || !in.rest.empty() || !is_valid(t)) return std::nullopt;
  return unix_seconds(t);
}

}  // namespace medusa
