// SPDX-License-Identifier: MIT
#include <medusa/http/http_date.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string_view>

using medusa::parse_http_date;

namespace {

// The examples of RFC 9110 section 5.6.7: one moment in three forms.
constexpr bool test_three_forms() {
  return parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT") == 784111777 &&
         parse_http_date("Sunday, 06-Nov-94 08:49:37 GMT") == 784111777 &&
         parse_http_date("Sun Nov  6 08:49:37 1994") == 784111777;
}
TEST_CASE("the three forms of a date") { CHECK(test_three_forms()); }
static_assert(test_three_forms());

constexpr bool test_more_dates() {
  return parse_http_date("Thu, 01 Jan 1970 00:00:00 GMT") == 0 &&
         parse_http_date("Wed, 31 Dec 1969 23:59:59 GMT") == -1 &&
         parse_http_date("Mon, 23 Nov 2026 07:03:45 GMT") == 1795417425 &&
         parse_http_date("Thu, 29 Feb 2024 12:00:00 GMT") == 1709208000 &&
         parse_http_date("Fri, 31 Dec 9999 23:59:59 GMT") == 253402300799 &&
         parse_http_date("Wed Nov 16 08:49:37 1994") == 784975777 &&
         parse_http_date("Sun Nov 06 08:49:37 1994") == 784111777;
}
TEST_CASE("dates of all ages") { CHECK(test_more_dates()); }
static_assert(test_more_dates());

constexpr bool test_months_and_days() {
  constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
  constexpr std::string_view days = "SunMonTueWedThuFriSat";
  for (std::size_t month = 0; month < 12; ++month) {
    char text[] = "Sun, 15 xxx 2023 00:00:00 GMT";
    for (std::size_t i = 0; i < 3; ++i) {
      text[i] = days[month % 7 * 3 + i];
      text[8 + i] = months[month * 3 + i];
    }
    medusa::civil_time const expected{
        .year = 2023, .month = static_cast<int>(month) + 1, .day = 15};
    if (parse_http_date(text) != medusa::unix_seconds(expected)) return false;
  }
  for (std::string_view const text :
       {"Sunday, 15-Jan-23 00:00:00 GMT", "Monday, 15-Jan-23 00:00:00 GMT",
        "Tuesday, 15-Jan-23 00:00:00 GMT", "Wednesday, 15-Jan-23 00:00:00 GMT",
        "Thursday, 15-Jan-23 00:00:00 GMT", "Friday, 15-Jan-23 00:00:00 GMT",
        "Saturday, 15-Jan-23 00:00:00 GMT"})
    if (parse_http_date(text) != 1673740800) return false;
  return true;
}
TEST_CASE("every month and every day of the week") { CHECK(test_months_and_days()); }
static_assert(test_months_and_days());

constexpr bool test_two_digit_years() {
  return parse_http_date("Thursday, 01-Jan-70 00:00:00 GMT") == 0 &&
         parse_http_date("Friday, 31-Dec-99 23:59:59 GMT") == 946684799 &&
         parse_http_date("Saturday, 01-Jan-00 00:00:00 GMT") == 946684800 &&
         parse_http_date("Tuesday, 31-Dec-69 23:59:59 GMT") == 3155759999;
}
TEST_CASE("two digits are a year from 1970 to 2069") { CHECK(test_two_digit_years()); }
static_assert(test_two_digit_years());

constexpr bool test_leap_second() {
  return parse_http_date("Sat, 31 Dec 2016 23:59:60 GMT") ==
         parse_http_date("Sun, 01 Jan 2017 00:00:00 GMT");
}
TEST_CASE("a leap second is the second after it") { CHECK(test_leap_second()); }
static_assert(test_leap_second());

constexpr bool test_impossible_dates() {
  for (std::string_view const text :
       {"Wed, 29 Feb 2023 00:00:00 GMT", "Sun, 00 Nov 1994 08:49:37 GMT",
        "Sun, 31 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
        "Sun, 06 Nov 1994 08:60:37 GMT", "Sun, 06 Nov 1994 08:49:61 GMT",
        "Sunday, 32-Jan-94 08:49:37 GMT", "Sun Nov  0 08:49:37 1994", "Sun Nov 31 08:49:37 1994"})
    if (parse_http_date(text)) return false;
  return true;
}
TEST_CASE("dates that do not exist") { CHECK(test_impossible_dates()); }
static_assert(test_impossible_dates());

constexpr bool test_names_of_days() {
  for (std::string_view const text :
       {"Sunday, 06 Nov 1994 08:49:37 GMT", "Sun, 06-Nov-94 08:49:37 GMT",
        "Sunday Nov  6 08:49:37 1994", "Mon, 06 Nov 1994 08:49:37 GMT"})
    if (parse_http_date(text) != 784111777) return false;
  return true;
}
TEST_CASE("the name of the day may be short or long, and wrong") { CHECK(test_names_of_days()); }
static_assert(test_names_of_days());

constexpr bool test_other_forms() {
  for (std::string_view const text : {"",
                                      ",",
                                      " ",
                                      "Sun",
                                      "Sun,",
                                      "Sun, ",
                                      "soon",
                                      "784111777",
                                      "1994-11-06T08:49:37Z",
                                      "Sun, 06 Nov 1994 08:49:37",
                                      "Sun, 06 Nov 1994 08:49:37 UTC",
                                      "Sun, 06 Nov 1994 08:49:37 +0000",
                                      "Sun, 06 Nov 1994 08:49:37 GMT ",
                                      " Sun, 06 Nov 1994 08:49:37 GMT",
                                      "Sun, 06 Nov 1994 08:49:37 gmt",
                                      "sun, 06 Nov 1994 08:49:37 GMT",
                                      "Sun, 06 nov 1994 08:49:37 GMT",
                                      "Sun, 06 NOV 1994 08:49:37 GMT",
                                      "Sun,06 Nov 1994 08:49:37 GMT",
                                      "Sun, 6 Nov 1994 08:49:37 GMT",
                                      "Sun,  6 Nov 1994 08:49:37 GMT",
                                      "Sun, 06-Nov-1994 08:49:37 GMT",
                                      "Sun, 06 Nov 94 08:49:37 GMT",
                                      "Sun, 06 Nov 1994 8:49:37 GMT",
                                      "Sun, 06 Nov 1994 08.49.37 GMT",
                                      "Sun, 06 Nov +994 08:49:37 GMT",
                                      "Sun, 06 Nov 1994 -8:49:37 GMT",
                                      "Sun, 06 anF 1994 08:49:37 GMT",
                                      "Sun, 06 Nox 1994 08:49:37 GMT",
                                      "Son, 06 Nov 1994 08:49:37 GMT",
                                      "Sun, 06 No",
                                      "Sunday, 06 Nov 94 08:49:37 GMT",
                                      "Sunday, 06-Nov-1994 08:49:37 GMT",
                                      "Sunday, 6-Nov-94 08:49:37 GMT",
                                      "Sun Nov 6 08:49:37 1994",
                                      "Sun Nov   6 08:49:37 1994",
                                      "Sun Nov 6  08:49:37 1994",
                                      "Sun Nov  6 08:49:37 1994 GMT",
                                      "Sun Nov  6 08:49:37 94",
                                      "Sun Nov  6, 08:49:37 1994",
                                      "Sun Nov  6 08:49:37 19944",
                                      "Sun Nov    08:49:37 1994"})
    if (parse_http_date(text)) return false;
  return true;
}
TEST_CASE("what is none of the three forms is no date") { CHECK(test_other_forms()); }
static_assert(test_other_forms());

constexpr bool test_cut_dates() {
  for (std::string_view const whole :
       {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994"})
    for (std::size_t size = 0; size < whole.size(); ++size)
      if (parse_http_date(whole.substr(0, size)) ||
          parse_http_date(whole.substr(whole.size() - size)))
        return false;
  return true;
}
TEST_CASE("a cut date is no date") { CHECK(test_cut_dates()); }
static_assert(test_cut_dates());

}  // namespace
