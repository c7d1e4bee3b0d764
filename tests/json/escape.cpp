// SPDX-License-Identifier: MIT
#include <medusa/json/escape.hpp>

#include <cstdint>
#include <string_view>

#include <doctest/doctest.h>

namespace {

using namespace medusa::json::detail;
using namespace std::string_view_literals;

/// Of the escape that a text begins with; 0 when it is none.
constexpr std::size_t length(std::string_view text) {
  char const* at = text.data();
  bool const taken = take_escape(at, text.data() + text.size()) >= 0;
  return taken == (at != text.data()) ? static_cast<std::size_t>(at - text.data()) : 99;
}

constexpr bool decodes(std::string_view escape, std::string_view wanted) {
  if (length(escape) != escape.size()) return false;
  char bytes[4]{};
  char const* at = escape.data();
  std::size_t const size = take_unescaped(at, escape.data() + escape.size(), bytes);
  return at == escape.data() + escape.size() && size <= escape.size() &&
         std::string_view(bytes, size) == wanted;
}

constexpr std::int32_t hex(std::string_view digits) {
  char text[8] = {'\\', 'u'};
  for (std::size_t i = 0; i < digits.size(); ++i) text[i + 2] = digits[i];
  return read_unit(text, text + digits.size() + 2);
}
constexpr bool test_read_unit() {
  for (std::string_view const text : {"/u0000", "\\U0000", "\\x0000"})
    if (read_unit(text.data(), text.data() + text.size()) != -1) return false;
  return hex("") == -1 && hex("123") == -1 && hex("0000") == 0 && hex("09af") == 0x09AF &&
         hex("FFFF") == 0xFFFF && hex("aBcD") == 0xABCD && hex("AFaf") == 0xAFAF &&
         hex("000g") == -1 && hex("00G0") == -1 && hex("0/00") == -1 && hex(":000") == -1 &&
         hex("@000") == -1 && hex("`000") == -1 && hex("-001") == -1 && hex("+001") == -1;
}
TEST_CASE("json/escape: four hexadecimal digits") { CHECK(test_read_unit()); }
static_assert(test_read_unit());

constexpr bool test_short_escapes() {
  return decodes(R"(\")", "\"") && decodes(R"(\\)", "\\") && decodes(R"(\/)", "/") &&
         decodes(R"(\b)", "\b") && decodes(R"(\f)", "\f") && decodes(R"(\n)", "\n") &&
         decodes(R"(\r)", "\r") && decodes(R"(\t)", "\t");
}
TEST_CASE("json/escape: the eight short escapes") { CHECK(test_short_escapes()); }
static_assert(test_short_escapes());

constexpr bool test_utf8_forms() {
  return decodes(R"(\u0000)", "\0"sv) && decodes(R"(\u0041)", "A") &&
         decodes(R"(\u007f)", "\x7F") && decodes(R"(\u0080)", "\xC2\x80") &&
         decodes(R"(\u07FF)", "\xDF\xBF") && decodes(R"(\u0800)", "\xE0\xA0\x80") &&
         decodes(R"(\ud7ff)", "\xED\x9F\xBF") && decodes(R"(\ue000)", "\xEE\x80\x80") &&
         decodes(R"(\uFFFF)", "\xEF\xBF\xBF") && decodes(R"(\u00e9)", "\xC3\xA9") &&
         decodes(R"(\u20AC)", "\xE2\x82\xAC") && decodes(R"(\uD834\uDD1E)", "\xF0\x9D\x84\x9E") &&
         decodes(R"(\ud800\udc00)", "\xF0\x90\x80\x80") &&
         decodes(R"(\uD83D\uDE00)", "\xF0\x9F\x98\x80") &&
         decodes(R"(\udbff\udfff)", "\xF4\x8F\xBF\xBF");
}
TEST_CASE("json/escape: code points at the borders of the UTF-8 lengths") {
  CHECK(test_utf8_forms());
}
static_assert(test_utf8_forms());

constexpr bool test_refused() {
  constexpr std::string_view all[] = {R"(\)",
                                      R"(\a)",
                                      R"(\v)",
                                      R"(\0)",
                                      R"(\x41)",
                                      R"(\')",
                                      R"(\U0041)",
                                      R"(\u)",
                                      R"(\u0)",
                                      R"(\u004)",
                                      R"(\u004g)",
                                      R"(\u 041)",
                                      R"(\udc00)",
                                      R"(\udfff)",
                                      R"(\ud800)",
                                      R"(\udbffx)",
                                      R"(\ud800\n....)",
                                      R"(\ud800\u0041)",
                                      R"(\ud800\ud800)",
                                      R"(\ud800\udc0)",
                                      R"(\ud800\ue000)",
                                      R"(\ud800\udbff)",
                                      R"(\ud800\udc0g)",
                                      R"(\ud800xudc00)",
                                      R"(\ud800\xdc00)",
                                      R"(\udc00\ud800)",
                                      "\\\xC3\xA9",
                                      "\\\n"};
  for (auto const escape : all)
    if (length(escape) != 0) return false;
  return true;
}
TEST_CASE("json/escape: what stands for no character") { CHECK(test_refused()); }
static_assert(test_refused());

constexpr bool test_ends_where_the_text_ends() {
  std::string_view const pair = R"(\ud83d\ude00)";
  for (std::size_t size = 1; size < pair.size(); ++size)
    if (length(pair.substr(0, size)) != 0) return false;
  return length(R"(\u00e9xyz)") == 6 && length(R"(\nnnn)") == 2;
}
TEST_CASE("json/escape: a cut escape is none, and nothing behind one counts") {
  CHECK(test_ends_where_the_text_ends());
}
static_assert(test_ends_where_the_text_ends());

}  // namespace
