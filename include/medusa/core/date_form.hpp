// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/calendar.hpp>
#include <medusa/core/same_bytes.hpp>
#include <medusa/core/unwritten.hpp>

namespace medusa::inline v0::detail {

/// The range of a part of a date.
struct date_part {
  std::uint8_t least;
  std::uint8_t most;
};
/// Of those after the year, which may be any. (Not in the function that reads them: it would copy
/// them to its stack.)
inline constexpr date_part date_parts[] = {{1, 12}, {1, 31}, {0, 23}, {0, 59}, {0, 60}};

/// Reads the parts of a date from the front of a text. Each is in its range; whether the day is in
/// its month is asked at the end.
///
/// One that has failed has no text any more. So every later step finds nothing, and fails as well:
/// no step has to be asked.
class date_reader {
 public:
  constexpr explicit date_reader(std::string_view const& text) noexcept
      : at(text.data()), end(at + text.size()) {
    leave_unwritten(parts);
  }

  /// Steps over what has the form, in which digits stand for numbers: 1 year, 2 month, 3 day,
  /// 4 hour, 5 minute, 6 second. A small letter stands for itself in either case, all else for
  /// itself.
  constexpr void read(char const* form) noexcept {
    for (; *form != '\0'; ++form) {
      if (ascii::is_digit(*form)) number(*form, *form == '1' ? 4 : 2);
      else literal(*form);
    }
  }
  /// A number of so many digits; `which` as in a form.
  constexpr void number(char which, int digits) noexcept {
    int value = 0;
    for (; digits > 0; --digits, ++at) {
      if (at == end || !ascii::is_digit(*at)) return fail();
      value = value * 10 + (*at - '0');
    }
    auto const place = static_cast<std::size_t>(which - '1');
    parts[place] = value;
    if (place != 0 && (value < date_parts[place - 1].least || value > date_parts[place - 1].most))
      fail();
  }
  /// One character, as in a form.
  constexpr void literal(char c) noexcept {
    if (at == end || (*at != c && (c < 'a' || (*at | 0x20) != c))) return fail();
    ++at;
  }
  /// One of `names`, of three letters each: its place among them, from 1; 0 when it is none.
  constexpr int name(char const* names) noexcept {
    for (int place = 1; *names != '\0' && end - at >= 3; names += 3, ++place) {
      if (!same_bytes(names, at, 3)) continue;
      at += 3;
      return place;
    }
    return fail(), 0;
  }

  /// NUL at the end.
  [[nodiscard]] constexpr char peek() const noexcept { return at == end ? '\0' : *at; }
  [[nodiscard]] constexpr bool failed() const noexcept { return at == nullptr; }
  /// All of the text was read, and the day is in its month.
  [[nodiscard]] constexpr bool exists() const noexcept {
    return at == end && !failed() && parts[2] <= days_in_month(parts[0], parts[1]);
  }
  /// Of which all parts were read.
  [[nodiscard]] constexpr civil_time date() const noexcept {
    return {parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]};
  }

  char const* at;  ///< what is left
  char const* end;
  std::array<int, 6> parts;  ///< in the order in which forms count them; those that were read

 private:
  constexpr void fail() noexcept { at = end = nullptr; }
};

}  // namespace medusa::inline v0::detail
