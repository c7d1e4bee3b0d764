// SPDX-License-Identifier: MIT
#include <medusa/http/retry_after.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include <support/hidden.hpp>

using medusa::duration;
using medusa::parse_retry_after;

namespace {

constexpr std::int64_t now = 784111777;  // Sun, 06 Nov 1994 08:49:37 GMT

constexpr bool test_seconds() {
  return parse_retry_after("0", now) == duration() &&
         parse_retry_after("1", now) == duration::seconds(1) &&
         parse_retry_after("120", std::nullopt) == duration::seconds(120) &&
         parse_retry_after("007", now) == duration::seconds(7) &&
         parse_retry_after(" \t301 ", now) == duration::seconds(301);
}
TEST_CASE("whole seconds need no clock") { CHECK(test_seconds()); }
static_assert(test_seconds());

constexpr bool test_many_seconds() {
  constexpr std::string_view nines = "9999999999999999999999999999999999999999";
  for (std::size_t digits = 1; digits <= nines.size(); ++digits) {
    auto const wait = parse_retry_after(nines.substr(0, digits), now);
    if (!wait || *wait < duration::seconds(digits < 9 ? 9 : 99'999'999)) return false;
  }
  return parse_retry_after("99999999", now) == duration::seconds(99'999'999) &&
         parse_retry_after("00000000000000000000000000000000000000003", now) ==
             duration::seconds(3);
}
TEST_CASE("any number of digits is a number") { CHECK(test_many_seconds()); }
static_assert(test_many_seconds());

constexpr bool test_dates() {
  return parse_retry_after("Sun, 06 Nov 1994 08:49:39 GMT", now) == duration::seconds(2) &&
         parse_retry_after("Sunday, 06-Nov-94 08:50:37 GMT", now) == duration::seconds(60) &&
         parse_retry_after("Sun Nov  6 09:49:37 1994", now) == duration::seconds(3600) &&
         parse_retry_after("  Sun, 06 Nov 1994 08:49:38 GMT\t", now) == duration::seconds(1);
}
TEST_CASE("a date is measured from now") { CHECK(test_dates()); }
static_assert(test_dates());

constexpr bool test_past_dates() {
  return parse_retry_after("Sun, 06 Nov 1994 08:49:37 GMT", now) == duration() &&
         parse_retry_after("Sun, 06 Nov 1994 08:49:36 GMT", now) == duration() &&
         parse_retry_after("Sat, 01 Jan 0000 00:00:00 GMT", now) == duration();
}
TEST_CASE("a date that is past is no wait") { CHECK(test_past_dates()); }
static_assert(test_past_dates());

constexpr bool test_without_clock() {
  return !parse_retry_after(support::hidden(std::string_view("Sun, 06 Nov 1994 08:49:39 GMT")),
                            std::nullopt) &&
         !parse_retry_after("soon", std::nullopt);
}
TEST_CASE("a date means nothing to somebody without a clock") { CHECK(test_without_clock()); }
static_assert(test_without_clock());

constexpr bool test_absurd_clocks() {
  using limits = std::numeric_limits<std::int64_t>;
  return parse_retry_after("Fri, 31 Dec 9999 23:59:59 GMT", limits::min() + 1) ==
             duration::seconds(1'000'000'000) &&
         parse_retry_after("Fri, 31 Dec 9999 23:59:59 GMT", limits::max()) == duration() &&
         parse_retry_after("Sat, 01 Jan 0000 00:00:00 GMT", limits::max()) == duration() &&
         parse_retry_after("Sat, 01 Jan 0000 00:00:00 GMT", limits::min() + 1) ==
             duration::seconds(1'000'000'000);
}
TEST_CASE("a clock that is far off does not overflow") { CHECK(test_absurd_clocks()); }
static_assert(test_absurd_clocks());

constexpr bool test_neither() {
  for (std::string_view const text : {"", " ", "\t", "soon", "-1", "+1", "1.5", "1s", "0x10", "1 2",
                                      "1,2", "60 ;", "1e3", "Sun, 06 Nov 1994", "\xD9\xA1", "1\r"})
    if (parse_retry_after(text, now)) return false;
  return true;
}
TEST_CASE("what is neither asks for nothing") { CHECK(test_neither()); }
static_assert(test_neither());

}  // namespace
