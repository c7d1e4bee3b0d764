// SPDX-License-Identifier: MIT
#include <medusa/json/skip.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace {

using medusa::errc;
using medusa::json::error;
using namespace medusa::json::detail;

constexpr bool skips(std::string_view document, std::size_t left = 0) {
  cursor c(document);
  skip<8>(c);
  return !c.halted && c.depth == 0 && static_cast<std::size_t>(c.end - c.at) == left;
}

constexpr bool test_skips() {
  return skips("null") && skips("true") && skips("false") && skips("-1.5e3") && skips(R"("a\n")") &&
         skips("[]") && skips("{}") && skips("[ ]") && skips("{ }") &&
         skips("[1,[2],{\"a\":[3]},4]") && skips("[[],[]] ,1", 3) &&
         skips(R"({"a":1,"b":{"c":[true,false,null]},"d":"e"}})", 1) && skips("1 2", 2) &&
         skips("[ 1 , 2 ]") && skips("{ \"a\" : 1 , \"b\" : [ ] }") && skips("[[[[[[[[]]]]]]]]");
}
TEST_CASE("json/skip: ends right behind the value") { CHECK(test_skips()); }
static_assert(test_skips());

constexpr bool fails(std::string_view document, std::size_t offset,
                     errc code = errc::malformed_json) {
  cursor c(document);
  skip<8>(c);
  return c.failure() == error{code, offset};
}

constexpr bool test_refuses() {
  return fails("", 0) && fails("nul", 3) && fails("nulL", 3) && fails("trve", 2) &&
         fails("fals", 4) && fails("[", 1) && fails("{", 1) && fails("[1", 2) && fails("[1,", 3) &&
         fails("[1,]", 3) && fails("[,1]", 1) && fails("[1 2]", 3) && fails("[1}", 2) &&
         fails("{\"a\":1]", 6) && fails("{1:2}", 1) && fails("{\"a\"}", 4) &&
         fails("{\"a\":}", 5) && fails("{\"a\":1,}", 7) && fails("{,}", 1) &&
         fails("{\"a\":1 \"b\":2}", 7) && fails("[[1],{\"a\":[2}]", 12) && fails("]", 0) &&
         fails("[\"a]", 4) && fails("[\"\xFF\"]", 2, errc::malformed_utf8) &&
         fails("[[[[[[[[[", 8, errc::too_deep) && fails("[1,[[[[{\"a\":[[{", 14, errc::too_deep);
}
TEST_CASE("json/skip: checks all that it skips") { CHECK(test_refuses()); }
static_assert(test_refuses());

constexpr bool test_depth_counts_what_is_open() {
  cursor c("[[[[");
  c.depth = 6;
  skip<8>(c);
  return c.failure() == error{errc::too_deep, 2};
}
TEST_CASE("json/skip: counts the brackets that were open before") {
  CHECK(test_depth_counts_what_is_open());
}
static_assert(test_depth_counts_what_is_open());

constexpr bool test_bracket_stack() {
  bracket_stack<17> stack;
  if (!stack.empty()) return false;
  for (int round = 0; round < 2; ++round) {  // the second over what the first left behind
    for (int i = 0; i < 17; ++i) stack.push((i % 3 == 0) != (round == 1));
    for (int i = 16; i >= 0; --i)
      if (stack.pop() != ((i % 3 == 0) != (round == 1))) return false;
  }
  return stack.empty() && sizeof(bracket_stack<512>) <= 80;
}
TEST_CASE("json/skip: one bit for each open bracket") { CHECK(test_bracket_stack()); }
static_assert(test_bracket_stack());

// Arrays and objects mixed at random must close as they were opened.
TEST_CASE("json/skip: deep and mixed") {
  std::uint64_t seed = 1;
  for (int round = 0; round < 200; ++round) {
    std::string opening, closing;
    for (int i = 0; i < 512; ++i) {
      seed = seed * 48271 % 2147483647;  // minimal standard generator
      bool const object = (seed >> 8 & 1) != 0;
      opening += object ? "{\"a\":" : "[";
      closing.insert(closing.begin(), object ? '}' : ']');
    }
    std::string const whole = opening + "1" + closing;
    cursor c(whole);
    skip<512>(c);
    CHECK((!c.halted && c.at == c.end));
    cursor one_more(whole);
    skip<511>(one_more);
    CHECK(one_more.failure().value_or(error{}).code == errc::too_deep);
    std::string crossed = whole;  // one bracket of the other sort
    std::size_t const at = opening.size() + 1 + static_cast<std::size_t>(seed % closing.size());
    crossed[at] = crossed[at] == ']' ? '}' : ']';
    cursor bad(crossed);
    skip<512>(bad);
    CHECK(bad.failure() == error{errc::malformed_json, at});
  }
}

}  // namespace
