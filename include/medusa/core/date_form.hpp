// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/calendar.hpp>

namespace medusa::inline v0::detail {

struct date_part {
  int civil_time::* member;
  std::int16_t least;
  std::int16_t most;
};
// (Not in the function that reads them: it would copy them to its stack.)
inline constexpr date_part date_parts[] = {
    {&civil_time::year, 0, 9999}, {&civil_time::month, 1, 12},  {&civil_time::day, 1, 31},
    {&civil_time::hour, 0, 23},   {&civil_time::minute, 0, 59}, {&civil_time::second, 0, 60}};

/// Reads the parts of a date from the front of a text. Parts that are not read are 0. Each is in
/// its range; whether the day is in its month is asked at the end.
class date_reader {
 public:
  constexpr explicit date_reader(std::string_view const& text) noexcept
      : at(text.data()), end(at + text.size()) {}

  /// False when what is left does not begin by the form, in which digits stand for numbers: 1 year,
  /// 2 month, 3 day, 4 hour, 5 minute, 6 second. A small letter stands for itself in either case,
  /// all else for itself.
  [[nodiscard]] constexpr bool read(char const* form) noexcept {
    for (; *form != '\0'; ++form)
      if (ascii::is_digit(*form) ? !number(*form, *form == '1' ? 4 : 2) : !literal(*form))
        return false;
    return true;
  }
  /// A number of so many digits; `which` as in a form.
  [[nodiscard]] constexpr bool number(char which, int digits) noexcept {
    int value = 0;
    for (; digits > 0; --digits, ++at) {
      if (at == end || !ascii::is_digit(*at)) return false;
      value = value * 10 + (*at - '0');
    }
    date_part const& part = date_parts[which - '1'];
    date.*part.member = value;
    return value >= part.least && value <= part.most;
  }
  /// One of `names`, of three letters each: its place among them, from 1; 0 when it is none.
  [[nodiscard]] constexpr int name(char const* names) noexcept {
    if (end - at < 3) return 0;
    for (int place = 1; *names != '\0'; names += 3, ++place) {
      if (names[0] != at[0] || names[1] != at[1] || names[2] != at[2]) continue;
      at += 3;
      return place;
    }
    return 0;
  }

  /// NUL at the end.
  [[nodiscard]] constexpr char peek() const noexcept { return at == end ? '\0' : *at; }
  [[nodiscard]] constexpr bool at_end() const noexcept { return at == end; }
  [[nodiscard]] constexpr bool exists() const noexcept {
    return date.day <= days_in_month(date.year, date.month);
  }

  char const* at;  ///< what is left
  char const* end;
  civil_time date{.year = 0, .month = 0, .day = 0};

 private:
  constexpr bool literal(char c) noexcept {
    if (at == end || (*at != c && ascii::lower(*at) != c)) return false;
    ++at;
    return true;
  }
};

}  // namespace medusa::inline v0::detail
