// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/calendar.hpp>

namespace medusa::detail {

/// Reads dates from the front of a text by forms. In a form, digits stand for
///
///     0 name of the day, 1 year, 2 month, 3 day, 4 hour, 5 minute, 6 second,
///     7 year of two digits (1970 to 2069), 8 day, its first digit may be a space, 9 name of the month,
///
/// a small letter stands for itself in either case, all else for itself. The day's name may be longer
/// than three letters, and is not compared with the date. What a form leaves out is that of the epoch.
class date_reader {
 public:
  constexpr explicit date_reader(std::string_view text) noexcept : at(text.data()), end(at + text.size()) {}

  /// False when what is left does not begin so, or the date does not exist.
  [[nodiscard]] constexpr bool read(char const* form) noexcept {
    date_ = {};
    for (; *form != '\0'; ++form)
      if (ascii::is_digit(*form) ? !part(*form) : !literal(*form)) return false;
    return is_valid(date_);
  }
  /// What was read last, and is true.
  [[nodiscard]] constexpr civil_time const& date() const noexcept { return date_; }
  [[nodiscard]] constexpr bool at_end() const noexcept { return at == end; }

  char const* at;  ///< what is left
  char const* end;

 private:
  constexpr bool literal(char c) noexcept {
    if (at == end || (*at != c && ascii::lower(*at) != c)) return false;
    ++at;
    return true;
  }
  constexpr bool part(char which) noexcept {
    int ignored = 0;
    switch (which) {
      case '1': return number(4, date_.year);
      case '2': return number(2, date_.month);
      case '3': return number(2, date_.day);
      case '4': return number(2, date_.hour);
      case '5': return number(2, date_.minute);
      case '6': return number(2, date_.second);
      case '7':
        if (!number(2, date_.year)) return false;
        date_.year += date_.year < 70 ? 2000 : 1900;
        return true;
      case '8': return number(literal(' ') ? 1 : 2, date_.day);
      case '9': return name("JanFebMarAprMayJunJulAugSepOctNovDec", date_.month);
      default: break;
    }
    if (!name("SunMonTueWedThuFriSat", ignored)) return false;
    while (at != end && ascii::is_alpha(*at)) ++at;
    return true;
  }
  constexpr bool number(int digits, int& value) noexcept {
    for (value = 0; digits > 0; --digits, ++at) {
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

  civil_time date_{};
};

}  // namespace medusa::detail
