// SPDX-License-Identifier: MIT
#include <medusa/json/writer.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include <doctest/doctest.h>
#include <medusa/json/unescape.hpp>
#include <medusa/json/validate.hpp>

namespace {

namespace json = medusa::json;
using json::writer;
using medusa::sink;
using namespace std::string_view_literals;

constexpr bool test_object() {
  char buffer[128] = {};
  sink out(buffer, sizeof buffer);
  writer w(out);
  w.begin_object();
  w.key("a");
  w.string("b");
  w.key("c");
  w.integer(-5);
  w.key("d");
  w.boolean(true);
  w.key("e");
  w.boolean(false);
  w.key("f");
  w.null();
  w.key("g");
  w.begin_object();
  w.end_object();
  w.key("h");
  w.begin_object();
  w.key("i");
  w.raw("[1,2]");
  w.key("j");
  w.raw("{}");
  w.end_object();
  w.key("k");
  w.string("");
  w.end_object();
  return out.written() ==
         R"({"a":"b","c":-5,"d":true,"e":false,"f":null,"g":{},"h":{"i":[1,2],"j":{}},"k":""})";
}
TEST_CASE("json/writer: objects with their commas") { CHECK(test_object()); }
static_assert(test_object());

constexpr bool writes(std::string_view chars, std::string_view wanted) {
  char buffer[128] = {};
  sink out(buffer, sizeof buffer);
  return writer(out).string(chars) && out.written() == wanted;
}

// The right-hand sides are what JSON.stringify of Node gives.
constexpr bool test_strings() {
  return writes("", R"("")") && writes("plain", R"("plain")") && writes("\"", R"("\"")") &&
         writes("\\", R"("\\")") && writes("\b\f\n\r\t", R"("\b\f\n\r\t")") &&
         writes("\0"sv, R"("\u0000")") &&
         writes("\x01\x0B\x0E\x0F\x10\x1A\x1F",
                R"("\u0001\u000b\u000e\u000f\u0010\u001a\u001f")") &&
         writes("/ ' \x7F", "\"/ ' \x7F\"") &&
         writes("\xE2\x80\xA8\xE2\x80\xA9", "\"\xE2\x80\xA8\xE2\x80\xA9\"") &&
         writes("Zo\xC3\xAB \"\xF0\x9F\x98\x80\"\n",
                "\"Zo\xC3\xAB \\\"\xF0\x9F\x98\x80\\\"\\n\"") &&
         writes("\xC3\xA9", "\"\xC3\xA9\"") && writes("\n\xC3\xA9\n", "\"\\n\xC3\xA9\\n\"") &&
         writes("a long plain text without anything", R"("a long plain text without anything")") &&
         writes("long enough for a word\nand then another one",
                R"("long enough for a word\nand then another one")");
}
TEST_CASE("json/writer: strings as JSON.stringify writes them") { CHECK(test_strings()); }
static_assert(test_strings());

constexpr bool refuses(std::string_view chars) {
  char buffer[64] = {};
  sink out(buffer, sizeof buffer);
  writer w(out);
  w.begin_object();
  if (w.key(chars) || w.string(chars) || out.written() != "{") return false;
  w.key("a");
  if (w.string(chars) || out.written() != R"({"a":)") return false;
  w.null();
  if (w.key(chars)) return false;
  w.key("b");
  w.null();
  return out.written() == R"({"a":null,"b":null)";
}
constexpr bool test_refuses() {
  return refuses("\x80") && refuses("abc\xFF") && refuses("\xED\xA0\x80") && refuses("\xC3") &&
         refuses("\xC0\x80") && refuses("\xF4\x90\x80\x80") &&
         refuses("a plain beginning \xE2\x82") && refuses("\n\xC3\xA9\xA9");
}
TEST_CASE("json/writer: what is not UTF-8 is refused and leaves no trace") {
  CHECK(test_refuses());
}
static_assert(test_refuses());

constexpr bool test_side_by_side() {
  char buffer[64] = {};
  sink out(buffer, sizeof buffer);
  writer w(out);
  for (int i = 0; i < 2; ++i) {
    w.begin_object();
    if (!w.key("a") || !w.string("b")) return false;
    w.end_object();
  }
  w.null();
  return out.written() == R"({"a":"b"},{"a":"b"},null)";
}
TEST_CASE("json/writer: values side by side, as the elements of an array") {
  CHECK(test_side_by_side());
}
static_assert(test_side_by_side());

constexpr bool test_integers() {
  char buffer[64] = {};
  sink out(buffer, sizeof buffer);
  writer w(out);
  w.integer(0);
  w.integer(std::numeric_limits<std::int64_t>::min());
  w.integer(std::numeric_limits<std::int64_t>::max());
  return out.written() == "0,-9223372036854775808,9223372036854775807";
}
TEST_CASE("json/writer: integers") { CHECK(test_integers()); }
static_assert(test_integers());

// With room for more than is written, for exactly that, and for any less; nothing is written past it.
constexpr bool test_plain() {
  for (std::size_t const capacity : {64u, 17u, 16u, 15u, 14u, 13u, 12u, 11u, 10u, 9u, 8u, 7u, 0u}) {
    char buffer[65] = {};
    sink out(buffer, capacity);
    writer w(out);
    w.begin_object();
    w.plain_key("a");
    w.plain_string("");
    w.plain_key("b");
    w.plain_string("\x7F");
    w.end_object();
    if (out.size() != 16 || out.overflowed() != (capacity < 16)) return false;
    if (capacity >= 16 && out.written() != "{\"a\":\"\",\"b\":\"\x7F\"}") return false;
    for (std::size_t i = capacity; i < sizeof buffer; ++i)
      if (buffer[i] != 0) return false;
  }
  char exact[16] = {};
  sink out(exact, sizeof exact);
  writer w(out);
  w.begin_object();
  w.plain_key("a");
  w.string("");
  w.plain_key("b");
  w.string("c");
  w.end_object();
  return out.written() == R"({"a":"","b":"c"})";
}
TEST_CASE("json/writer: what needs no escape stands as it is") { CHECK(test_plain()); }
static_assert(test_plain());

constexpr bool test_checked() {
  constexpr std::string_view text = "ab\"c\xC3\xA9\x01", plain = "xy";
  char buffer[64] = {};
  sink out(buffer, sizeof buffer);
  writer w(out);
  w.checked_string(text, text.data() + 2);
  w.checked_string(plain, plain.data() + plain.size());
  w.checked_string(plain.substr(2), plain.data() + 2);
  return out.written() == "\"ab\\\"c\xC3\xA9\\u0001\",\"xy\",\"\"";
}
TEST_CASE("json/writer: a text that was checked before") { CHECK(test_checked()); }
static_assert(test_checked());

constexpr bool test_measures() {
  sink measure(nullptr, 0);
  writer w(measure);
  w.begin_object();
  w.key("k\n");
  w.string("\xC3\xA9\x01");
  w.end_object();
  return measure.size() == R"({"k\n":"é\u0001"})"sv.size() && measure.overflowed();
}
TEST_CASE("json/writer: measures into a sink without room") { CHECK(test_measures()); }
static_assert(test_measures());

// What is written reads back as what it was, for every byte of ASCII beside a longer text.
constexpr bool comes_back(std::string_view chars) {
  char buffer[256] = {};
  sink out(buffer, sizeof buffer);
  if (!writer(out).string(chars)) return false;
  json::text read;
  if (json::scanner::visit(out.written(), [&](json::scanner::value& v) { read = v.string(); }))
    return false;
  char back[128] = {};
  return std::string_view(back, json::unescape(read, back)) == chars && read == chars;
}
constexpr bool test_round_trip() {
  for (int byte = 0; byte < 128; ++byte) {
    char const chars[] = {static_cast<char>(byte), '\xC3', '\xA9', static_cast<char>(byte), 'x'};
    if (!comes_back({chars, 1}) || !comes_back({chars, 5})) return false;
  }
  return comes_back("\xF0\x9F\x98\x80 \\u0041 \" \t a text that is longer than one word \x7F");
}
TEST_CASE("json/writer: the scanner reads back what was written") { CHECK(test_round_trip()); }
static_assert(test_round_trip());

}  // namespace
