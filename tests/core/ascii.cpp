// SPDX-License-Identifier: MIT
#include <medusa/core/ascii.hpp>

#include <doctest/doctest.h>

namespace ascii = medusa::ascii;

namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view lower_case = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view upper_case = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

constexpr bool contains(std::string_view text, char c) {
  return text.find(c) != std::string_view::npos;
}

constexpr bool test_every_byte_is_classified() {
  for (int code = 0; code < 256; ++code) {
    auto const c = static_cast<char>(code);
    if (ascii::is_digit(c) != contains(digits, c)) return false;
    if (ascii::is_alpha(c) != (contains(lower_case, c) || contains(upper_case, c))) return false;
    if (ascii::is_control(c) != (code <= 31 || code == 127)) return false;
    auto const letter = upper_case.find(c);
    char const lower = letter == std::string_view::npos ? c : lower_case[letter];
    if (ascii::lower(c) != lower) return false;
  }
  return true;
}

constexpr bool test_has_control() {
  using namespace std::string_view_literals;
  if (ascii::has_control("") || ascii::has_control("a b~\x80\xFF")) return false;
  return ascii::has_control("a\r\nb") && ascii::has_control("\0"sv) &&
         ascii::has_control("tab\t") && ascii::has_control("\x7F");
}

constexpr bool test_iequals() {
  if (!ascii::iequals("", "") || !ascii::iequals("Retry-After", "rETRY-aFTER")) return false;
  if (ascii::iequals("a", "") || ascii::iequals("ab", "abc") || ascii::iequals("abc", "abd")) {
    return false;
  }
  // The neighbours of the letters are 32 apart as well, and are no letters.
  return !ascii::iequals("@", "`") && !ascii::iequals("[", "{") && !ascii::iequals("\xC4", "\xE4");
}

constexpr bool test_trim() {
  if (ascii::trim(" \t a b\t ") != "a b" || ascii::trim("a") != "a") return false;
  if (!ascii::trim("").empty() || !ascii::trim(" \t ").empty()) return false;
  if (!ascii::trim(std::string_view()).empty()) return false;
  if (ascii::trim("a ") != "a" || ascii::trim("\ta") != "a") return false;
  return ascii::trim("\ra\n") == "\ra\n";  // line ends are not blanks
}

constexpr bool test_sets() {
  constexpr ascii::char_set all("-\x7F");
  constexpr ascii::char_set few("a~", false);
  for (int code = 0; code < 256; ++code) {
    auto const c = static_cast<char>(code);
    if (all.has(c) != (ascii::is_alpha(c) || ascii::is_digit(c) || c == '-' || c == '\x7F'))
      return false;
    if (few.has(c) != (c == 'a' || c == '~')) return false;
  }
  return true;
}

constexpr bool test_lists() {
  constexpr auto in = [](std::string_view text) { return ascii::is_listed(text, "one,two,tw"); };
  if (!in("one") || !in("TWO") || !in("tw") || ascii::is_listed("a", "")) return false;
  return !in("") && !in("on") && !in("onet") && !in("one,") && !in("one,two") && !in("nE") &&
         ascii::is_listed("", "a,,b") && ascii::is_listed("", "");
}

constexpr bool test_hex_digit() {
  constexpr std::string_view letters = "0123456789abcdef";
  for (int byte = 0; byte < 256; ++byte) {
    auto const c = static_cast<char>(byte);
    std::size_t const place = letters.find(medusa::ascii::lower(c));
    int const value = place == std::string_view::npos ? -1 : static_cast<int>(place);
    if (medusa::detail::hex_digit(c) != value) return false;
  }
  return true;
}
TEST_CASE("ascii: hexadecimal digits") { CHECK(test_hex_digit()); }
static_assert(test_hex_digit());

}  // namespace

static_assert(test_every_byte_is_classified());
static_assert(test_has_control());
static_assert(test_iequals());
static_assert(test_trim());
static_assert(test_sets());
static_assert(test_lists());

TEST_CASE("every byte is classified, bytes above 127 as nothing") {
  CHECK(test_every_byte_is_classified());
}
TEST_CASE("has_control finds NUL, CR, LF, tab and DEL") { CHECK(test_has_control()); }
TEST_CASE("iequals disregards the case of letters and of nothing else") { CHECK(test_iequals()); }
TEST_CASE("trim takes spaces and tabs off both ends") { CHECK(test_trim()); }
TEST_CASE("a set has what it was given, and letters and digits unless said otherwise") {
  CHECK(test_sets());
}
TEST_CASE("is_listed compares whole names") { CHECK(test_lists()); }
