// SPDX-License-Identifier: MIT
#include <medusa/json/number.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <support/hidden.hpp>

namespace {

using medusa::errc;
using medusa::json::error;
using medusa::json::detail::cursor;
using medusa::json::detail::scan_number;
using medusa::json::detail::to_integer;

constexpr bool test_grammar() {
  constexpr std::string_view all[] = {"0",    "-0",   "1",       "-1",      "10",  "1234567890",
                                      "0.0",  "-0.5", "10.25",   "1e5",     "1E5", "1e+5",
                                      "1e-5", "0e0",  "1.5E-07", "-0.0e+00"};
  for (auto const number : all) {
    cursor c(number);
    if (!scan_number(c) || c.failure() || c.at != c.end) return false;
  }
  return true;
}
TEST_CASE("json/number: the whole grammar") { CHECK(test_grammar()); }
static_assert(test_grammar());

constexpr bool fails(std::string_view number, std::size_t offset) {
  cursor c(support::hidden(number));
  return !scan_number(c) && c.failure() == error{errc::malformed_json, offset};
}
constexpr bool test_refuses() {
  return fails("", 0) && fails("-", 1) && fails("+1", 0) && fails(".5", 0) && fails("-.5", 1) &&
         fails("1.", 2) && fails("1.e5", 2) && fails("1e", 2) && fails("1e+", 3) &&
         fails("1e-", 3) && fails("1e+-5", 3) && fails("1E.5", 2) && fails("--1", 1) &&
         fails("NaN", 0) && fails("-Infinity", 1) && fails("1ee5", 2);
}
TEST_CASE("json/number: says where a number goes wrong") { CHECK(test_refuses()); }
static_assert(test_refuses());

constexpr bool leaves(std::string_view number, std::string_view rest) {
  cursor c(number);
  return scan_number(c) && std::string_view(c.at, static_cast<std::size_t>(c.end - c.at)) == rest;
}
constexpr bool test_leaves_the_rest() {
  return leaves("01", "1") && leaves("-00", "0") && leaves("0x1", "x1") && leaves("1,2", ",2") &&
         leaves("1.5.5", ".5") && leaves("1e5e5", "e5") && leaves("12abc", "abc");
}
TEST_CASE("json/number: ends before what belongs to none") { CHECK(test_leaves_the_rest()); }
static_assert(test_leaves_the_rest());

constexpr auto most = std::numeric_limits<std::int64_t>::max();
constexpr auto least = std::numeric_limits<std::int64_t>::min();

constexpr bool test_whole() {
  return to_integer("0") == 0 && to_integer("-0") == 0 && to_integer("7") == 7 &&
         to_integer("-7") == -7 && to_integer("1200") == 1200 && to_integer("1002003") == 1002003 &&
         to_integer("9223372036854775807") == most && to_integer("-9223372036854775808") == least &&
         to_integer("9223372036854775800") == most - 7;
}
TEST_CASE("json/number: integers") { CHECK(test_whole()); }
static_assert(test_whole());

constexpr bool test_whole_in_other_forms() {
  return to_integer("1.0") == 1 && to_integer("-20.000") == -20 && to_integer("1e2") == 100 &&
         to_integer("1E+2") == 100 && to_integer("1.5e1") == 15 && to_integer("0.00012e5") == 12 &&
         to_integer("1200e-2") == 12 && to_integer("10.10e1") == 101 && to_integer("0.0") == 0 &&
         to_integer("0e99999999999999999999999") == 0 && to_integer("-0.000e-5") == 0 &&
         to_integer("9.223372036854775807e18") == most &&
         to_integer("92233720368547758070e-1") == most &&
         to_integer("-922337203685477580800e-2") == least &&
         to_integer("1e18") == 1'000'000'000'000'000'000;
}
TEST_CASE("json/number: whole numbers with a point or an exponent") {
  CHECK(test_whole_in_other_forms());
}
static_assert(test_whole_in_other_forms());

constexpr bool test_no_integer() {
  constexpr std::string_view all[] = {"0.5",
                                      "-1.25",
                                      "1e-1",
                                      "15e-1",
                                      "1.5",
                                      "1.05e1",
                                      "100.001",
                                      "9223372036854775808",
                                      "-9223372036854775809",
                                      "9223372036854775810",
                                      "92233720368547758070",
                                      "18446744073709551616",
                                      "1e19",
                                      "-1e19",
                                      "9.3e18",
                                      "1e400",
                                      "1e-400",
                                      "1e99999999999999999999999999",
                                      "1e-99999999999999999999999999",
                                      "9223372036854775807.5",
                                      "123456789012345678901234567890"};
  for (auto const number : all)
    if (to_integer(number)) return false;
  return true;
}
TEST_CASE("json/number: fractions and what does not fit") { CHECK(test_no_integer()); }
static_assert(test_no_integer());

TEST_CASE("json/number: digits make up for an exponent") {
  std::string const zeros(300, '0');
  CHECK(to_integer("0." + zeros + "7e301") == 7);
  CHECK(to_integer("7" + zeros + "e-300") == 7);
  CHECK(to_integer("-7" + zeros + "e-299") == -70);
  CHECK(to_integer("7" + zeros + "e-301") == std::nullopt);
  CHECK(to_integer("0." + zeros + "7e300") == std::nullopt);
}

}  // namespace
