// SPDX-License-Identifier: MIT
#include <medusa/json/text.hpp>

#include <string_view>

#include <doctest/doctest.h>

#include <support/hidden.hpp>

namespace {

using medusa::json::text;
using namespace std::string_view_literals;

constexpr bool test_plain() {
  return text{"email"} == "email" && "email" == text{"email"} && text{"email"} != "emaiL" &&
         text{"email"} != "Email" && text{"email"} != "emai" && text{"email"} != "emails" &&
         text{} == "" && text{""} != "x" && text{R"(a\n)"} == R"(a\n)";
}
TEST_CASE("json/text: without escapes the bytes are compared") { CHECK(test_plain()); }
static_assert(test_plain());

constexpr bool test_escaped() {
  return text{R"(e\u006Dail)", true} == "email" && text{R"(\u0065mail)", true} == "email" &&
         text{R"(emai\u006c)", true} == "email" &&
         text{R"(\ud83d\ude00!)", true} == "\xF0\x9F\x98\x80!" &&
         text{R"(\u0000)", true} == "\0"sv && text{"no escape", true} == "no escape" &&
         text{"", true} == "";
}
TEST_CASE("json/text: with escapes what they stand for is compared") { CHECK(test_escaped()); }
static_assert(test_escaped());

constexpr bool test_escaped_differs() {
  return support::hidden(text{R"(a\n)", true}) != "a" && text{R"(a\n)", true} != "a\nb" &&
         text{R"(a\nb)", true} != "a\n" && text{R"(a\n)", true} != R"(a\n)" &&
         text{R"(\u00e9)", true} != "\xC3" && text{R"(\n)", true} != "" &&
         text{R"(\nb)", true} != "\nc" && text{"a", true} != "" && text{R"(\t)", true} != "\n";
}
TEST_CASE("json/text: a longer, shorter or other text differs") { CHECK(test_escaped_differs()); }
static_assert(test_escaped_differs());

}  // namespace
