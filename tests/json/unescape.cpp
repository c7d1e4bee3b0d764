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

/// A text of `size` bytes with an escape before the one at `place`, and one that is not ASCII behind.
constexpr bool decodes_with_escape(std::size_t size, std::size_t place, std::string_view escape,
                                   std::string_view meaning) {
  char from[64] = {}, wanted[64] = {};
  std::size_t read = 0, written = 0;
  auto const put = [](char* to, std::size_t& at, std::string_view what) {
    for (char const c : what) to[at++] = c;
  };
  for (std::size_t i = 0; i <= size; ++i) {
    if (i == place) put(from, read, escape), put(wanted, written, meaning);
    char const plain[] = {static_cast<char>('a' + i % 26)};
    std::string_view const next = i == place + 9 ? "\xC3\xA9"sv : std::string_view(plain, 1);
    if (i < size) put(from, read, next), put(wanted, written, next);
  }
  std::string_view const escaped(from, read), text(wanted, written);
  return decodes({escaped, true}, text) && decodes_in_place(escaped, text);
}
constexpr bool test_every_place() {
  for (std::size_t size = 0; size <= 33; size += 11)
    for (std::size_t place = 0; place <= size; ++place)
      if (!decodes_with_escape(size, place, R"(\")", "\"") ||
          !decodes_with_escape(size, place, R"(\ud83d\ude00)", "\xF0\x9F\x98\x80"))
        return false;
  return true;
}
TEST_CASE("json/unescape: an escape at any place of texts of several words") {
  CHECK(test_every_place());
}
static_assert(test_every_place());

constexpr bool test_counts() {
  return unescape({support::hidden("plain"sv)}, nullptr) == 5 &&
         unescape({support::hidden(R"(\u00e9\n)"sv), true}, nullptr) == 3 &&
         unescape({support::hidden(R"(of several words\n, and behind)"sv), true}, nullptr) == 29;
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
