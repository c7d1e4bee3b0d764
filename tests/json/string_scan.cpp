// SPDX-License-Identifier: MIT
#include <medusa/json/string_scan.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace {

using medusa::errc;
using medusa::json::error;
using medusa::json::detail::cursor;
using medusa::json::detail::scan_key;
using medusa::json::detail::scan_string;
using namespace std::string_view_literals;

constexpr bool scans(std::string_view document, std::string_view chars, bool escaped,
                     std::size_t left = 0) {
  cursor c(document);
  auto const text = scan_string(c);
  return !c.failure() && text.chars == chars && text.escaped == escaped &&
         static_cast<std::size_t>(c.end - c.at) == left;
}

constexpr bool fails(std::string_view document, errc code, std::size_t offset) {
  cursor c(document);
  auto const text = scan_string(c);
  return c.failure() == error{code, offset} && text.chars.empty() && !text.escaped;
}

constexpr bool test_accepts() {
  return scans(R"("")", "", false) && scans(R"("email")", "email", false) &&
         scans(R"("a" ,)", "a", false, 2) && scans(R"("\"")", R"(\")", true) &&
         scans(R"("\\")", R"(\\)", true) &&
         scans(R"("a long text without any \u0065scape but one")",
               R"(a long text without any \u0065scape but one)", true) &&
         scans("\"\x7F / ' \"", "\x7F / ' ", false) &&
         scans("\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\"", "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80",
               false);
}
TEST_CASE("json/string_scan: gives what is between the quotes") { CHECK(test_accepts()); }
static_assert(test_accepts());

constexpr bool test_refuses() {
  return fails("", errc::malformed_json, 0) && fails("x", errc::malformed_json, 0) &&
         fails("'a'", errc::malformed_json, 0) && fails(R"(")", errc::malformed_json, 1) &&
         fails(R"("abc)", errc::malformed_json, 4) && fails("\"a\nb\"", errc::malformed_json, 2) &&
         fails("\"\x1F\"", errc::malformed_json, 1) &&
         fails("\"ab\0\""sv, errc::malformed_json, 3) && fails(R"("\)", errc::malformed_json, 1) &&
         fails(R"("ab\x")", errc::malformed_json, 3) &&
         fails(R"("\ud800")", errc::malformed_json, 1) &&
         fails(R"("a\udc00\ud800")", errc::malformed_json, 2) &&
         fails("\"\x80\"", errc::malformed_utf8, 1) &&
         fails("\"a\xC3\"", errc::malformed_utf8, 2) &&
         fails("\"a\xE2\x82", errc::malformed_utf8, 2) &&
         fails("\"\xED\xA0\x80\"", errc::malformed_utf8, 1);
}
TEST_CASE("json/string_scan: says where a string goes wrong") { CHECK(test_refuses()); }
static_assert(test_refuses());

constexpr bool test_key() {
  cursor c(" \"a\" :\n1");
  if (scan_key(c) != "a" || c.peek() != '\n') return false;
  cursor no_colon(R"("a" 1)");
  if (scan_key(no_colon) != "a" || no_colon.failure() != error{errc::malformed_json, 4})
    return false;
  cursor no_string("a:1");
  return scan_key(no_string) == "" && no_string.failure() == error{errc::malformed_json, 0};
}
TEST_CASE("json/string_scan: a key ends behind its colon") { CHECK(test_key()); }
static_assert(test_key());

// The oracle knows UTF-8 from the writing side: a sequence is well formed when it is what some code
// point is written as.
std::vector<bool> every_well_formed_sequence() {
  std::vector<bool> well_formed(std::size_t{1} << 24);
  for (unsigned code = 0x80; code < 0x10000; ++code) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    unsigned const last = 0x80 + code % 64;
    if (code < 0x800) well_formed[(0xC0 + code / 64) << 8 | last] = true;
    else well_formed[(0xE0 + code / 4096) << 16 | (0x80 + code / 64 % 64) << 8 | last] = true;
  }
  return well_formed;
}

bool accepts(std::string_view quoted) {
  cursor c(quoted);
  static_cast<void>(scan_string(c));
  return !c.failure() && c.at == c.end;
}

TEST_CASE("json/string_scan: every sequence of up to three bytes") {
  auto const well_formed = every_well_formed_sequence();
  auto const plain = [](unsigned b) { return b >= 0x20 && b < 0x80; };
  auto const special = [](unsigned b) {
    return b == '"' || b == '\\';
  };  // the grammar's, tested above
  std::size_t wrong = 0;
  for (unsigned a = 0; a < 256; ++a) {
    if (special(a)) continue;
    char const one[] = {'"', static_cast<char>(a), '"'};
    wrong += accepts({one, 3}) != plain(a);
    for (unsigned b = 0; b < 256; ++b) {
      if (special(b)) continue;
      char two[] = {'"', static_cast<char>(a), static_cast<char>(b), '"', '"'};
      wrong += accepts({two, 4}) != ((plain(a) && plain(b)) || well_formed[a << 8 | b]);
      if (a < 0x80) continue;  // judged above, with the other two
      for (unsigned d = 0; d < 256; ++d) {
        if (special(d)) continue;
        two[3] = static_cast<char>(d);
        wrong += accepts({two, 5}) !=
                 (well_formed[a << 16 | b << 8 | d] || (well_formed[a << 8 | b] && plain(d)));
      }
    }
  }
  CHECK(wrong == 0);
}

constexpr bool test_four_bytes() {
  constexpr unsigned edges[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0xBF, 0xC0, 0xFF};
  for (unsigned a = 0xF0; a <= 0xFF; ++a)
    for (unsigned b : edges)
      for (unsigned c : edges)
        for (unsigned d : edges) {
          auto const tail = [](unsigned byte) { return byte / 64 == 2; };
          unsigned const code = a % 16 * 262144 + b % 64 * 4096 + c % 64 * 64 + d % 64;
          bool const well_formed =
              a < 0xF8 && tail(b) && tail(c) && tail(d) && code >= 0x10000 && code <= 0x10FFFF;
          char const text[] = {'"',
                               static_cast<char>(a),
                               static_cast<char>(b),
                               static_cast<char>(c),
                               static_cast<char>(d),
                               '"'};
          cursor at({text, 6});
          static_cast<void>(scan_string(at));
          if (at.halted == well_formed) return false;
        }
  return true;
}
TEST_CASE("json/string_scan: sequences of four bytes at every border") { CHECK(test_four_bytes()); }

}  // namespace
