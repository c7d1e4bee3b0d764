// SPDX-License-Identifier: MIT
#include <medusa/json/unescape.hpp>

#include <string_view>

#include <doctest/doctest.h>

#include <support/hidden.hpp>

namespace {

using medusa::json::text;
using medusa::json::unescape;
using medusa::json::unescaped_size;
using namespace std::string_view_literals;

constexpr bool decodes(text t, std::string_view wanted) {
  char out[64];
  for (char& c : out) c = '#';
  if (unescaped_size(t) != wanted.size() || unescape(t, out) != wanted.size()) return false;
  return std::string_view(out, wanted.size()) == wanted && out[wanted.size()] == '#';
}

constexpr bool decodes_in_place(std::string_view escaped, std::string_view wanted) {
  char buffer[64] = {};
  for (std::size_t i = 0; i < escaped.size(); ++i) buffer[i] = escaped[i];
  std::size_t const size = unescape({std::string_view(buffer, escaped.size()), true}, buffer);
  return std::string_view(buffer, size) == wanted;
}

constexpr bool test_elsewhere() {
  return decodes({}, "") && decodes({"plain"}, "plain") &&
         decodes({R"(not \n decoded)"}, R"(not \n decoded)") && decodes({R"(\n)", true}, "\n") &&
         decodes({R"(a\"b\\c\/d)", true}, "a\"b\\c/d") &&
         decodes({R"(\u00e9t\u00E9 \ud83d\ude00)", true}, "\xC3\xA9t\xC3\xA9 \xF0\x9F\x98\x80") &&
         decodes({R"(x\u0000y)", true}, "x\0y"sv) && decodes({"", true}, "");
}
TEST_CASE("json/unescape: writes the decoded text and nothing behind it") {
  CHECK(test_elsewhere());
}
static_assert(test_elsewhere());

constexpr bool test_in_place() {
  return decodes_in_place(R"(\ud83d\ude00\ud83d\ude00)", "\xF0\x9F\x98\x80\xF0\x9F\x98\x80") &&
         decodes_in_place(R"(\u0800\u0800\u07ff\u007f)", "\xE0\xA0\x80\xE0\xA0\x80\xDF\xBF\x7F") &&
         decodes_in_place(R"(begin \t end)", "begin \t end") &&
         decodes_in_place("no escape", "no escape");
}
TEST_CASE("json/unescape: decodes a text where it stands") { CHECK(test_in_place()); }
static_assert(test_in_place());

constexpr bool test_counts() {
  return unescape({support::hidden("plain"sv)}, nullptr) == 5 &&
         unescape({support::hidden(R"(\u00e9\n)"sv), true}, nullptr) == 3;
}
TEST_CASE("json/unescape: counts without a place to write to") { CHECK(test_counts()); }
static_assert(test_counts());

constexpr bool test_plain_in_place() {
  char buffer[] = "plain";
  return unescape({std::string_view(buffer, 5)}, buffer) == 5 && buffer == "plain"sv;
}
TEST_CASE("json/unescape: a text without escapes may stay where it is") {
  CHECK(test_plain_in_place());
}
static_assert(test_plain_in_place());

}  // namespace
