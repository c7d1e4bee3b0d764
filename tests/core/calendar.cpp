// SPDX-License-Identifier: MIT
#include <medusa/core/calendar.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <limits>

#include <support/hidden.hpp>

using medusa::civil_time;
using medusa::is_valid;
using medusa::to_civil;
using medusa::unix_seconds;

using int_limits = std::numeric_limits<int>;
using seconds_limits = std::numeric_limits<std::int64_t>;

namespace {

constexpr bool is_same_moment(std::int64_t seconds, civil_time const& t) {
  return to_civil(seconds) == t && unix_seconds(t) == seconds;
}

constexpr bool test_known_moments() {
  return is_same_moment(0, {}) && is_same_moment(-1, {1969, 12, 31, 23, 59, 59}) &&
         is_same_moment(951'782'399, {2000, 2, 28, 23, 59, 59}) &&
         is_same_moment(951'782'400, {2000, 2, 29}) && is_same_moment(951'868'800, {2000, 3, 1}) &&
         is_same_moment(1'795'417'425, {2026, 11, 23, 7, 3, 45}) &&
         is_same_moment(2'147'483'648, {2038, 1, 19, 3, 14, 8}) &&
         is_same_moment(4'107'542'400, {2100, 3, 1}) &&
         is_same_moment(253'402'300'799, {9999, 12, 31, 23, 59, 59}) &&
         is_same_moment(-62'167'219'200, {0, 1, 1}) && is_same_moment(-62'162'035'200, {0, 3, 1}) &&
         is_same_moment(-62'167'219'201, {-1, 12, 31, 23, 59, 59});
}
TEST_CASE("moments whose seconds are known") { CHECK(test_known_moments()); }
static_assert(test_known_moments());

constexpr bool test_leap_second() {
  return unix_seconds({2016, 12, 31, 23, 59, 60}) == unix_seconds({2017, 1, 1});
}
TEST_CASE("a leap second counts as the next one") { CHECK(test_leap_second()); }
static_assert(test_leap_second());

constexpr bool test_days_in_month() {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  for (int month = 1; month <= 12; ++month)
    if (medusa::days_in_month(2023, month) != days[month - 1]) return false;
  return medusa::days_in_month(2024, 2) == 29 && medusa::days_in_month(2000, 2) == 29 &&
         medusa::days_in_month(1900, 2) == 28 && medusa::days_in_month(2100, 2) == 28 &&
         medusa::days_in_month(0, 2) == 29 && medusa::days_in_month(-4, 2) == 29 &&
         medusa::days_in_month(-100, 2) == 28;
}
TEST_CASE("months have their days, leap years one more") { CHECK(test_days_in_month()); }
static_assert(test_days_in_month());

constexpr bool test_valid() {
  return is_valid({}) && is_valid({0, 1, 1}) &&
         is_valid(support::hidden(civil_time{9999, 12, 31, 23, 59, 60})) &&
         is_valid({2024, 2, 29}) && !is_valid(support::hidden(civil_time{-1, 1, 1})) &&
         !is_valid({10000, 1, 1}) && !is_valid(support::hidden(civil_time{2026, 0, 1})) &&
         !is_valid(support::hidden(civil_time{2026, 13, 1})) && !is_valid({2026, 1, 0}) &&
         !is_valid(support::hidden(civil_time{2026, 1, 32})) && !is_valid({2026, 2, 29}) &&
         !is_valid({2026, 4, 31}) && !is_valid({2026, 1, 1, -1}) &&
         !is_valid(support::hidden(civil_time{2026, 1, 1, 24})) && !is_valid({2026, 1, 1, 0, -1}) &&
         !is_valid(support::hidden(civil_time{2026, 1, 1, 0, 60})) &&
         !is_valid({2026, 1, 1, 0, 0, -1}) &&
         !is_valid(support::hidden(civil_time{2026, 1, 1, 0, 0, 61})) &&
         !is_valid({2026, int_limits::min(), 1}) && !is_valid({2026, int_limits::max(), 1});
}
TEST_CASE("a valid time has every member in its range") { CHECK(test_valid()); }
static_assert(test_valid());

constexpr bool test_extreme_years() {
  civil_time const last{800'000, 12, 31, 23, 59, 59};
  civil_time const first{-5'000'000, 3, 1};
  return is_same_moment(unix_seconds(last), last) && is_same_moment(unix_seconds(first), first);
}
TEST_CASE("the first and the last year come back") { CHECK(test_extreme_years()); }
static_assert(test_extreme_years());

constexpr bool test_years_that_do_not_fit() {
  // 2026, but for a multiple of 2^32 years: cut to an int, the year would look right.
  std::int64_t const era = 146097 * std::int64_t{86400};
  std::int64_t const wrapped = (std::int64_t{1} << 32) / 400 * era;
  return to_civil(wrapped).year == int_limits::max() &&
         to_civil(-wrapped).year == int_limits::min() &&
         !is_valid(to_civil(seconds_limits::max())) && !is_valid(to_civil(seconds_limits::min()));
}
TEST_CASE("a year that does not fit is never taken for another") {
  CHECK(test_years_that_do_not_fit());
}
static_assert(test_years_that_do_not_fit());

constexpr bool test_time_of_day_of_the_extremes() {
  civil_time const first = to_civil(seconds_limits::min());  // 8:29:52 and 15:30:07 by division
  civil_time const last = to_civil(seconds_limits::max());
  return first.hour == 8 && first.minute == 29 && first.second == 52 && last.hour == 15 &&
         last.minute == 30 && last.second == 7;
}
TEST_CASE("no number of seconds overflows") { CHECK(test_time_of_day_of_the_extremes()); }
static_assert(test_time_of_day_of_the_extremes());

// std::chrono as the oracle.
civil_time oracle(std::int64_t seconds) {
  using namespace std::chrono;
  sys_seconds const moment{std::chrono::seconds(seconds)};
  auto const day = floor<days>(moment);
  year_month_day const date{day};
  hh_mm_ss const time{moment - day};
  return {static_cast<int>(date.year()),
          static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day())),
          static_cast<int>(time.hours().count()),
          static_cast<int>(time.minutes().count()),
          static_cast<int>(time.seconds().count())};
}

TEST_CASE("every day of the years -400 to 2799 is std::chrono's") {
  std::int64_t const first = unix_seconds({-400, 1, 1});
  constexpr std::int64_t days = 8 * 146097;  // in eight times 400 years
  std::int64_t wrong = 0;
  for (std::int64_t day = 0; day < days; ++day) {
    std::int64_t const moment = first + day * 86400 + day * 7919 % 86400;
    if (to_civil(moment) != oracle(moment) || unix_seconds(to_civil(moment)) != moment) ++wrong;
  }
  CHECK(wrong == 0);
  CHECK(first + days * 86400 == unix_seconds({2800, 1, 1}));
}

TEST_CASE("moments across all years that std::chrono knows are std::chrono's") {
  std::int64_t const first = unix_seconds({-32767, 1, 1});
  std::int64_t const last = unix_seconds({32767, 12, 31, 23, 59, 59});
  std::int64_t wrong = 0;
  for (std::int64_t moment = first; moment <= last; moment += 9'999'991)
    if (to_civil(moment) != oracle(moment) || unix_seconds(to_civil(moment)) != moment) ++wrong;
  CHECK(wrong == 0);
}

TEST_CASE("every second of a day comes back") {
  std::int64_t wrong = 0;
  for (std::int64_t const day : {std::int64_t{-86400}, std::int64_t{0}, std::int64_t{951'782'400}})
    for (std::int64_t second = 0; second < 86400; ++second)
      if (to_civil(day + second) != oracle(day + second)) ++wrong;
  CHECK(wrong == 0);
}

}  // namespace
