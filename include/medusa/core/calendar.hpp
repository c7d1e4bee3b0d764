// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>

namespace medusa::inline v0 {

/// A date and time of day in UTC, proleptic Gregorian calendar. Not `std::chrono`: its header costs
/// 46 000 lines.
struct civil_time {
  int year = 1970;
  int month = 1;  ///< 1 to 12
  int day = 1;    ///< 1 to 31
  int hour = 0;
  int minute = 0;
  int second = 0;  ///< 60 is a leap second, counted as the first of the next minute

  friend constexpr bool operator==(civil_time const&, civil_time const&) = default;
};

/// `month` is 1 to 12.
[[nodiscard]] constexpr int days_in_month(int year, int month) noexcept {
  if (month != 2) return 30 | (month ^ (month >> 3));         // of 30, only the last bit is free
  bool const leap = (year & (year % 25 == 0 ? 15 : 3)) == 0;  // by 4; a century, by 16 as well
  return leap ? 29 : 28;
}

/// True for a time that exists and that four digits can write: years 0 to 9999.
[[nodiscard]] constexpr bool is_valid(civil_time const& t) noexcept {
  constexpr auto within = [](int value, int low, int high) {
    return value >= low && value <= high;
  };
  return within(t.year, 0, 9999) && within(t.month, 1, 12) &&
         within(t.day, 1, days_in_month(t.year, t.month)) && within(t.hour, 0, 23) &&
         within(t.minute, 0, 59) && within(t.second, 0, 60);
}

/// Seconds since 1970-01-01T00:00:00Z, without leap seconds, for years from -5 000 000 to 800 000;
/// the other members must be in their ranges. The year is counted from March, so that the leap day
/// is its last, and from a multiple of 400 that makes it positive.
[[nodiscard]] constexpr std::int64_t unix_seconds(civil_time const& t) noexcept {
  auto const year = static_cast<std::uint32_t>(t.year + 5'000'000 - (t.month <= 2 ? 1 : 0));
  auto const month = static_cast<std::uint32_t>(t.month + (t.month > 2 ? -3 : 9));
  std::uint32_t const day = year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5;
  constexpr std::int32_t epoch =
      1'826'931'968;  // what `day` and `t.day - 1` make on the first day of 1970
  std::int32_t const days = static_cast<std::int32_t>(day) + t.day - 1 - epoch;
  return std::int64_t{days} * 86400 + (t.hour * 60 + t.minute) * 60 + t.second;
}

/// The inverse of `unix_seconds`. A year that does not fit becomes the nearest that does, so that
/// `is_valid` is false and not true of a year that wrapped around.
[[nodiscard]] constexpr civil_time to_civil(std::int64_t seconds) noexcept {
  std::int64_t const days = seconds / 86400 - (seconds % 86400 < 0 ? 1 : 0);
  auto const rest = static_cast<int>((seconds % 86400 + 86400) % 86400);
  std::int64_t const shifted = days + 719468;
  std::int64_t const era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  std::int64_t const day_of_era = shifted - era * 146097;
  std::int64_t const year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  std::int64_t const day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  std::int64_t const march_month = (5 * day_of_year + 2) / 153;
  civil_time t;
  t.day = static_cast<int>(day_of_year - (153 * march_month + 2) / 5 + 1);
  t.month = static_cast<int>(march_month + (march_month < 10 ? 3 : -9));
  std::int64_t const year = year_of_era + era * 400 + (t.month <= 2 ? 1 : 0);
  using ints = std::numeric_limits<int>;
  t.year = year > ints::max()   ? ints::max()
           : year < ints::min() ? ints::min()
                                : static_cast<int>(year);
  t.hour = rest / 3600;
  t.minute = rest / 60 % 60;
  t.second = rest % 60;
  return t;
}

}  // namespace medusa::inline v0
