// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/calendar.hpp>

namespace medusa::detail {

/// No point in time.
inline constexpr std::int64_t no_seconds = std::numeric_limits<std::int64_t>::min();

/// Reads a part of a date by its digit in a form, see `read_date`.
struct date_reader {
  char const* at;
  char const* end;
  civil_time date{};

  constexpr bool part(char which) noexcept {
    switch (which) {
      case '1': return number(4, date.year);
      case '2': return number(2, date.month);
      case '3': return number(2, date.day);
      case '4': return number(2, date.hour);
      case '5': return number(2, date.minute);
      case '6': return number(2, date.second);
      case '7':
        if (!number(2, date.year)) return false;
        date.year += date.year < 70 ? 2000 : 1900;
        return true;
      case '8':
        if (at != end && *at == ' ') return ++at, number(1, date.day);
        return number(2, date.day);
      case '9': return name("JanFebMarAprMayJunJulAugSepOctNovDec", date.month);
      default: break;
    }
    int weekday = 0;
    if (!name("SunMonTueWedThuFriSat", weekday)) return false;
    while (at != end && ascii::is_alpha(*at)) ++at;
    return true;
  }

 private:
  constexpr bool number(int digits, int& value) noexcept {
    value = 0;
    for (; digits > 0; --digits, ++at) {
      if (at == end || !ascii::is_digit(*at)) return false;
      value = value * 10 + (*at - '0');
    }
    return true;
  }
  /// One of `names`, of three letters each; `value` counts them from 1.
  constexpr bool name(char const* names, int& value) noexcept {
    if (end - at < 3) return false;
    for (value = 1; *names != '\0'; names += 3, ++value) {
      if (names[0] != at[0] || names[1] != at[1] || names[2] != at[2]) continue;
      at += 3;
      return true;
    }
    return false;
  }
};

/// Reads a date from the front of `text` by a form, and removes it there: seconds since the Unix
/// epoch, or `no_seconds` when it is none or does not exist. In the form, digits stand for
///
///     0 name of the day, 1 year, 2 month, 3 day, 4 hour, 5 minute, 6 second,
///     7 year of two digits (1970 to 2069), 8 day, its first digit may be a space, 9 name of the month,
///
/// a small letter stands for itself in either case, all else for itself. The day's name may be longer
/// than three letters, and is not compared with the date.
[[nodiscard]] constexpr std::int64_t read_date(std::string_view& text, char const* form) noexcept {
  date_reader in{.at = text.data(), .end = text.data() + text.size()};
  for (; *form != '\0'; ++form) {
    if (ascii::is_digit(*form)) {
      if (!in.part(*form)) return no_seconds;
    } else if (in.at == in.end || (*in.at != *form && ascii::lower(*in.at) != *form)) {
      return no_seconds;
    } else {
      ++in.at;
    }
  }
  text = {in.at, static_cast<std::size_t>(in.end - in.at)};
  return is_valid(in.date) ? unix_seconds(in.date) : no_seconds;
}

}  // namespace medusa::detail
