// SPDX-License-Identifier: MIT
#include <medusa/core/date_form.hpp>

#include <doctest/doctest.h>

#include <string_view>

namespace {

using medusa::detail::date_reader;

constexpr std::int64_t no_seconds = -1;

/// What a form makes of a text, if it takes all of it.
constexpr std::int64_t seconds(std::string_view text, char const* form) {
  date_reader in(text);
  in.parts = {1970, 1, 1};
  in.read(form);
  return in.exists() ? unix_seconds(in.date()) : no_seconds;
}

constexpr bool test_parts() {
  return seconds("1994-11-06 08:49:37", "1-2-3 4:5:6") == 784'111'777 &&
         seconds("01:30", "4:5") == 5400;
}
TEST_CASE("date_form: every part") { CHECK(test_parts()); }
static_assert(test_parts());

/// The least and the most of each part.
constexpr bool test_ranges() {
  auto const reads = [](std::string_view text, char const* form) {
    date_reader in(text);
    in.read(form);
    return !in.failed() && in.at == in.end;
  };
  return reads("0000-01-01 00:00:00", "1-2-3 4:5:6") && reads("9999-12-31 23:59:60", "1-2-3 4:5:6");
}
TEST_CASE("date_form: the ends of each range") { CHECK(test_ranges()); }
static_assert(test_ranges());

constexpr bool test_letters() {
  return seconds("01T30", "4t5") == 5400 && seconds("01t30", "4t5") == 5400 &&
         seconds("01T30", "4T5") == 5400 && seconds("01t30", "4T5") == no_seconds;
}
TEST_CASE("date_form: letters") { CHECK(test_letters()); }
static_assert(test_letters());

constexpr int place(std::string_view text) { return date_reader(text).name("SunMonTue"); }
constexpr bool test_names() {
  date_reader in("Tuesday");
  return place("Sun") == 1 && place("Monday") == 2 && place("sun") == 0 && place("Sux") == 0 &&
         place("Mo") == 0 && place("") == 0 && place("unM") == 0 && in.name("SunMonTue") == 3 &&
         std::string_view(in.at, 4) == "sday";
}
TEST_CASE("date_form: names") { CHECK(test_names()); }
static_assert(test_names());

constexpr bool test_digits() {
  date_reader in("6 94");
  in.number('3', 1);
  in.literal(' ');
  in.number('1', 2);
  return in.parts[2] == 6 && in.parts[0] == 94 && !in.failed() && in.at == in.end;
}
TEST_CASE("date_form: numbers of other lengths") { CHECK(test_digits()); }
static_assert(test_digits());

constexpr bool test_refused_forms() {
  return seconds("1:30", "4:5") == no_seconds && seconds("01:3", "4:5") == no_seconds &&
         seconds("01", "4:") == no_seconds && seconds("01", "4t") == no_seconds &&
         seconds("", "4") == no_seconds && seconds("24", "4") == no_seconds &&
         seconds("60", "5") == no_seconds && seconds("61", "6") == no_seconds &&
         seconds("13", "2") == no_seconds && seconds("00", "2") == no_seconds &&
         seconds("00", "3") == no_seconds && seconds("32", "3") == no_seconds &&
         seconds("1994-02-29", "1-2-3") == no_seconds &&
         seconds("29.02.1994", "3.2.1") == no_seconds &&
         seconds("29.02.1996", "3.2.1") != no_seconds;
}
TEST_CASE("date_form: what is not of the form, or does not exist") { CHECK(test_refused_forms()); }
static_assert(test_refused_forms());

constexpr bool test_rest() {
  date_reader in("01:30+02:00 and more");
  in.read("4:5");
  if (in.parts[3] != 1 || in.parts[4] != 30 || in.peek() != '+') return false;
  in.read("+4:5");
  return in.parts[3] == 2 && in.parts[4] == 0 && in.peek() == ' ' && !in.failed();
}
TEST_CASE("date_form: goes on where it ended") { CHECK(test_rest()); }
static_assert(test_rest());

/// What would fit then is not taken any more.
constexpr bool test_failed() {
  date_reader digits("x1994"), letter("1994"), name("1994"), range("13"), late("1994-11-06 ");
  digits.number('1', 4);
  letter.literal('x');
  static_cast<void>(name.name("SunMonTue"));
  range.read("2");
  late.read("1-2-3");
  for (date_reader* const each : {&digits, &letter, &name, &range}) {
    if (!each->failed() || each->peek() != '\0' || each->exists()) return false;
    each->read("1994");
    each->literal('\0');
    if (!each->failed() || each->name("199") != 0 || each->exists()) return false;
  }
  return !late.failed() && !late.exists();
}
TEST_CASE("date_form: nothing is read any more once it has failed") { CHECK(test_failed()); }
static_assert(test_failed());

}  // namespace
