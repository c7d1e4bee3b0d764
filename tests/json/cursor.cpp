// SPDX-License-Identifier: MIT
#include <medusa/json/cursor.hpp>

#include <string_view>

#include <doctest/doctest.h>

namespace {

using medusa::errc;
using medusa::json::error;
using medusa::json::detail::cursor;
using namespace std::string_view_literals;

constexpr bool test_steps() {
  cursor c(" \t\r\n{\v"sv);
  if (c.next() != '{' || c.peek() != '{' || c.at - c.first != 4) return false;
  if (c.take('[') || !c.take('{') || c.depth != 0) return false;
  // A vertical tab is none of JSON's four.
  return c.next() == '\v' && !c.halted && !c.failure() && c.expect('\v') && c.peek() == '\0' &&
         !c.take('\0');
}
TEST_CASE("json/cursor: steps over what is there") { CHECK(test_steps()); }
static_assert(test_steps());

constexpr bool test_comma() {
  cursor c(" , \n,x,"sv);
  if (!c.take_comma() || !c.take_comma() || c.peek() != 'x' || c.take_comma()) return false;
  return c.take('x') && c.take_comma() && c.at == c.end && !c.take_comma() && !c.halted;
}
TEST_CASE("json/cursor: a comma behind white space") { CHECK(test_comma()); }
static_assert(test_comma());

constexpr bool test_words() {
  cursor c("truetrut"sv);
  if (!c.take("true"sv) || c.take("true"sv) || c.take("truth"sv)) return false;
  return c.take("trut"sv) && c.at == c.end && !c.take("t"sv) && !c.halted;
}
TEST_CASE("json/cursor: a word, up to the end") { CHECK(test_words()); }
static_assert(test_words());

constexpr bool test_first_error_stays() {
  cursor c("abc");
  if (c.expect('x') || !c.halted || c.failure() != error{errc::malformed_json, 0}) return false;
  if (c.peek() != '\0' || c.take('a') || c.expect('a') || c.at != c.end) return false;
  return !c.fail(errc::too_deep) && c.failure() == error{errc::malformed_json, 0};
}
TEST_CASE("json/cursor: after an error nothing is found and the error stays") {
  CHECK(test_first_error_stays());
}
static_assert(test_first_error_stays());

constexpr bool test_halt() {
  cursor c("abc");
  c.halt();
  return c.halted && c.peek() == '\0' && !c.expect('a') && !c.failure();
}
TEST_CASE("json/cursor: stopping is no error, and what follows makes none") { CHECK(test_halt()); }
static_assert(test_halt());

constexpr bool test_depth() {
  cursor c("[[[");
  if (!c.open(2) || !c.open(2) || c.depth != 2 || c.at - c.first != 2) return false;
  return !c.open(2) && c.failure() == error{errc::too_deep, 2};
}
TEST_CASE("json/cursor: one bracket too many is where it went too deep") { CHECK(test_depth()); }
static_assert(test_depth());

constexpr bool test_nothing() {
  cursor c{std::string_view()};
  return c.next() == '\0' && !c.take('x') && !c.expect('x') &&
         c.failure() == error{errc::malformed_json, 0};
}
TEST_CASE("json/cursor: an empty document ends at once") { CHECK(test_nothing()); }
static_assert(test_nothing());

}  // namespace
