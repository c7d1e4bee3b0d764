// SPDX-License-Identifier: MIT
#include <medusa/core/utf8.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using medusa::is_utf8;
using medusa::utf8_error;
using medusa::utf8_sequence;
using namespace std::string_view_literals;

namespace {

constexpr bool test_boundaries_are_well_formed() {
  for (std::string_view text : {
           "\0"sv, "\x7F"sv,                           // 1 byte: U+0000, U+007F
           "\xC2\x80"sv, "\xDF\xBF"sv,                 // 2 bytes: U+0080, U+07FF
           "\xE0\xA0\x80"sv, "\xED\x9F\xBF"sv,         // 3 bytes: U+0800, U+D7FF
           "\xEE\x80\x80"sv, "\xEF\xBF\xBF"sv,         //          U+E000, U+FFFF
           "\xF0\x90\x80\x80"sv, "\xF4\x8F\xBF\xBF"sv  // 4 bytes: U+10000, U+10FFFF
       }) {
    if (utf8_sequence(text, 0) != text.size() || !is_utf8(text)) return false;
  }
  return true;
}

constexpr bool test_ill_formed() {
  for (std::string_view text : {
           "\x80"sv, "\xBF"sv,                                             // nothing to continue
           "\xC0\x80"sv, "\xC1\xBF"sv, "\xE0\x9F\xBF"sv,                   // overlong
           "\xF0\x8F\xBF\xBF"sv, "\xF8\x88\x80\x80\x80"sv,                 //
           "\xED\xA0\x80"sv, "\xED\xBF\xBF"sv,                             // surrogates
           "\xF4\x90\x80\x80"sv, "\xF5\x80\x80\x80"sv, "\xFE"sv,           // above U+10FFFF
           "\xC2"sv, "\xE0\xA0"sv, "\xF0\x90\x80"sv,                       // cut
           "\xC2 "sv, "\xE1\x80 "sv, "\xF1\x80\x80 "sv, "\xF1\x80 \x80"sv  // broken off
       }) {
    if (utf8_sequence(text, 0) != 0 || is_utf8(text) || utf8_error(text) != 0) return false;
  }
  return true;
}

constexpr bool test_offsets() {
  std::string_view const text = "a\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80z";
  constexpr std::array<std::size_t, 11> lengths = {1, 2, 0, 3, 0, 0, 4, 0, 0, 0, 1};
  for (std::size_t at = 0; at < lengths.size(); ++at)
    if (utf8_sequence(text, at) != lengths[at]) return false;
  return utf8_sequence(text, 11) == 0 && utf8_sequence(text, 12) == 0 &&
         utf8_sequence(text, std::string_view::npos) == 0 && utf8_error(text) == 11;
}

constexpr bool test_where_the_error_is() {
  if (utf8_error("") != 0 || !is_utf8("") || utf8_error(std::string_view()) != 0) return false;
  if (utf8_error("abc\xFF") != 3 || utf8_error("\xC3\xA4\xC3") != 2) return false;
  return utf8_error("ab\xE2\x82") == 2 && !is_utf8("\xC3\xA4\xA4");
}

constexpr bool test_a_sequence_ends_with_its_text() {
  std::string_view const text = "\xF0\x9F\x98\x80";
  for (std::size_t size = 0; size < text.size(); ++size)
    if (utf8_sequence(text.substr(0, size), 0) != 0) return false;
  return utf8_sequence(text, 0) == 4;
}

/// Which byte strings of 1 to 3 bytes are one code point each, found the other way round: by
/// encoding all the code points there are.
struct encoded {
  std::vector<bool> one = std::vector<bool>(1 << 8);
  std::vector<bool> two = std::vector<bool>(1 << 16);
  std::vector<bool> three = std::vector<bool>(1 << 24);

  encoded() {
    for (unsigned c = 0; c < 0x80; ++c) one[c] = true;
    for (unsigned c = 0x80; c < 0x800; ++c) two[(0xC0 + c / 64) << 8 | (0x80 + c % 64)] = true;
    for (unsigned c = 0x800; c < 0x10000; ++c) {
      if (c >= 0xD800 && c <= 0xDFFF) continue;
      three[(0xE0 + c / 4096) << 16 | (0x80 + c / 64 % 64) << 8 | (0x80 + c % 64)] = true;
    }
  }

  /// Length of the sequence that three bytes begin with.
  std::size_t length(unsigned bytes) const {
    return one[bytes >> 16] ? 1 : two[bytes >> 8] ? 2 : three[bytes] ? 3 : 0;
  }
};

}  // namespace

static_assert(test_boundaries_are_well_formed());
static_assert(test_ill_formed());
static_assert(test_offsets());
static_assert(test_where_the_error_is());
static_assert(test_a_sequence_ends_with_its_text());

TEST_CASE("the first and last sequence of each length") {
  CHECK(test_boundaries_are_well_formed());
}
TEST_CASE("what is not UTF-8 has length 0") { CHECK(test_ill_formed()); }
TEST_CASE("a sequence is looked for at any offset") { CHECK(test_offsets()); }
TEST_CASE("utf8_error points at the first bad sequence") { CHECK(test_where_the_error_is()); }
TEST_CASE("nothing is read past the end") { CHECK(test_a_sequence_ends_with_its_text()); }

TEST_CASE("every string of up to three bytes") {
  encoded const expected;
  std::size_t wrong = 0;
  for (unsigned bytes = 0; bytes < 1u << 24; ++bytes) {
    char const text[] = {static_cast<char>(bytes >> 16), static_cast<char>(bytes >> 8 & 0xFF),
                         static_cast<char>(bytes & 0xFF)};
    std::size_t const length = expected.length(bytes);
    wrong += utf8_sequence({text, 3}, 0) != length;
    if ((bytes & 0xFF) == 0) wrong += utf8_sequence({text, 2}, 0) != (length < 3 ? length : 0);
    if ((bytes & 0xFFFF) == 0) wrong += utf8_sequence({text, 1}, 0) != (length < 2 ? length : 0);
  }
  CHECK(wrong == 0);
}

TEST_CASE("strings of four bytes: every first byte above EF, and the limits of each other") {
  // 0 and the least and greatest byte of each class that RFC 3629 section 4 tells apart.
  constexpr std::array<unsigned, 11> limits = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F,
                                               0xA0, 0xBF, 0xC0, 0xF4, 0xFF};
  std::size_t wrong = 0, well_formed = 0;
  for (unsigned a = 0xF0; a <= 0xFF; ++a)
    for (unsigned b = 0; b <= 0xFF; ++b)
      for (unsigned c : limits)
        for (unsigned d : limits) {
          char const text[] = {static_cast<char>(a), static_cast<char>(b), static_cast<char>(c),
                               static_cast<char>(d)};
          bool const continued = b / 64 == 2 && c / 64 == 2 && d / 64 == 2;
          unsigned const code = (a % 16) << 18 | b % 64 << 12 | c % 64 << 6 | d % 64;
          bool const expected = continued && a < 0xF8 && code >= 0x10000 && code <= 0x10FFFF;
          well_formed += expected;
          wrong += utf8_sequence({text, 4}, 0) != (expected ? 4 : 0);
        }
  CHECK(wrong == 0);
  CHECK(well_formed == (48 + 64 + 64 + 64 + 16) * 6 * 6);
}
