// SPDX-License-Identifier: MIT
#include <medusa/json/utf8_run.hpp>

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace {

using medusa::json::detail::utf8_run;
using namespace std::string_view_literals;

struct found {
  std::size_t size;
  bool good;
};

constexpr found run(std::string_view text, std::size_t from = 0) {
  bool good = false;
  char const* const at = utf8_run(text.data() + from, text.data() + text.size(), good);
  return {static_cast<std::size_t>(at - text.data()) - from, good};
}
constexpr bool is(found a, std::size_t size, bool good) { return a.size == size && a.good == good; }

constexpr bool test_run() {
  return is(run("\xC3\xA9"), 2, true) &&
         is(run("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\""), 9, true) &&
         is(run("\xC3\xA9\x80"), 2, false) && is(run("\xE2\x82"), 0, false) &&
         is(run("\xFF"), 0, false);
}
TEST_CASE("json/utf8_run: ends where something else begins") { CHECK(test_run()); }
static_assert(test_run());

/// The same by looking at one byte after the other: where a string ends or goes wrong.
std::size_t first_stop(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    auto const byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 || byte == '"' || byte == '\\') break;
    std::size_t const length = medusa::utf8_sequence(text, at);
    if (length == 0) break;
    at += length;
  }
  return at;
}

/// A run may end before ASCII that would belong to it, but nowhere else, and steps over nothing
/// that is wrong.
bool agrees(std::string_view text, std::size_t from) {
  std::size_t const stop = first_stop(text.substr(from)) + from;
  bool const wrong = stop != text.size() && static_cast<unsigned char>(text[stop]) >= 0x80;
  found const r = run(text, from);
  std::size_t const end = from + r.size;
  if (!r.good) return wrong && end == stop;
  return end <= stop && (end == text.size() || static_cast<unsigned char>(text[end]) < 0x80);
}

constexpr std::string_view scripts[] = {
    "\xD0\x95\xD0\xBA\xD0\xB0\xD1\x82", "\xE5\xB0\x8F\xE9\x87\x8E\xE7\x94\xB0",
    "\xE0\xB8\xAA\xE0\xB8\xA1 ", "\xF0\x9F\x98\x80\xF0\x9F\x98\x81",
    "\xCE\x91\xCE\xBB, a\xCC\x81 "};

// What is wrong, or only ends the text, or is right though near a border, everywhere among text of
// each kind, so that it stands in each place of a block and between two.
TEST_CASE("json/utf8_run: everything in every place") {
  constexpr std::string_view pieces[] = {"\"",
                                         "\\",
                                         "\x1F",
                                         "\x80",
                                         "\xC1\xBF",
                                         "\xDF",
                                         "\xE2\x82",
                                         "\xE0\x9F\xBF",
                                         "\xE0\xA0\x80",
                                         "\xED\x9F\xBF",
                                         "\xED\xA0\x80",
                                         "\xF0\x8F\xBF\xBF",
                                         "\xF0\x90\x80\x80",
                                         "\xF4\x8F\xBF\xBF",
                                         "\xF4\x90\x80\x80",
                                         "\xF5\x80\x80\x80"};
  std::size_t wrong = 0;
  for (std::string_view const script : scripts) {
    std::string filler;
    while (filler.size() < 64) filler += script;
    for (std::size_t before = 0; before <= 48; ++before) {
      if (before != 0 && (static_cast<unsigned char>(filler[before]) & 0xC0) == 0x80) continue;
      for (std::string_view const piece : pieces)
        for (std::string_view const behind : {std::string_view(), std::string_view(filler)}) {
          std::string const text =
              "\xC3\xA9" + filler.substr(0, before) + std::string(piece) + std::string(behind);
          // What stands behind the end is text, too.
          std::string const longer = text + std::string(32, 'x');
          std::string_view const ended = std::string_view(longer).substr(0, text.size());
          for (std::size_t from : {std::size_t{0}, before < 16 ? before + 2 : 2})
            if (static_cast<unsigned char>(text[from]) >= 0xC0)
              wrong += agrees(text, from) && agrees(ended, from) ? 0 : 1;
        }
    }
  }
  CHECK(wrong == 0);
}

// Any two bytes, and two more at their borders, in the middle of a block and over its end.
TEST_CASE("json/utf8_run: every pair of bytes") {
  constexpr unsigned char edges[] = {0x41, 0x80, 0xBF, 0xC2};
  std::size_t wrong = 0;
  std::string text;
  for (std::size_t const before :
       {std::size_t{16}, std::size_t{22}, std::size_t{23}, std::size_t{24}}) {
    text.clear();
    while (text.size() < before) text += text.size() + 1 == before ? "a" : "\xC3\xA9";
    text.resize(before + 4);
    text.append(32, 'x');
    for (unsigned a = 0; a < 256; ++a)
      for (unsigned b = 0; b < 256; ++b)
        for (unsigned char const c : edges)
          for (unsigned char const d : edges) {
            text[before] = static_cast<char>(a);
            text[before + 1] = static_cast<char>(b);
            text[before + 2] = static_cast<char>(c);
            text[before + 3] = static_cast<char>(d);
            wrong += agrees(text, 0) ? 0 : 1;
          }
  }
  CHECK(wrong == 0);
}

}  // namespace
