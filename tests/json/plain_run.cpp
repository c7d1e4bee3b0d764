// SPDX-License-Identifier: MIT
#include <medusa/json/plain_run.hpp>

#include <cstddef>
#include <string_view>

#include <doctest/doctest.h>

namespace {

using medusa::json::detail::plain_run;

constexpr bool is_plain(unsigned byte) {
  return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

// Every byte at each place of a text long enough for whole words, and for what is left over.
constexpr bool stops_at(unsigned byte) {
  char text[41];
  for (std::size_t place = 0; place < 41; place += 4) {
    for (char& c : text) c = 'x';
    text[place] = static_cast<char>(byte);
    for (std::size_t size = place + 1; size <= 41; size += 5) {
      char const* const stop = plain_run(text, text + size);
      if (stop - text != static_cast<std::ptrdiff_t>(is_plain(byte) ? size : place)) return false;
    }
  }
  return true;
}
constexpr bool test_stops() {
  for (unsigned byte = 0; byte < 256; ++byte)
    if (!stops_at(byte)) return false;
  return true;
}
TEST_CASE("json/plain_run: stops at the first byte that is not plain") { CHECK(test_stops()); }
static_assert(stops_at(0x1F) && stops_at(0x20) && stops_at('"') && stops_at('\\') &&
              stops_at(0x7F) && stops_at(0x80) && stops_at(0xFF) && stops_at(0));

/// Texts of less than a block, whose parts are looked at twice.
constexpr bool test_short() {
  for (std::size_t size = 0; size <= 9; ++size)
    for (std::size_t place = 0; place <= size; ++place)
      for (char const stop : {'"', '\x1F', '\x80'}) {
        char text[11]{'a', '~', ' ', 'x', '\x7F', '[', ']', '!', '#', 'z', '"'};
        text[place] = stop;  // the last of them beyond the end
        if (plain_run(text, text + size) != text + place) return false;
      }
  return true;
}
TEST_CASE("json/plain_run: short texts") { CHECK(test_short()); }
static_assert(test_short());

constexpr bool test_all_of_a_text() {
  using medusa::json::detail::is_plain;
  return is_plain(std::string_view()) && is_plain("plain \x7F") && !is_plain("a\"") &&
         !is_plain("\xC3\xA9 and more than a block of it") && !is_plain(std::string_view("\0", 1));
}
TEST_CASE("json/plain_run: a text that is plain to its end") { CHECK(test_all_of_a_text()); }
static_assert(test_all_of_a_text());

constexpr bool test_empty() {
  std::string_view const nothing;
  char const* const end = nothing.data() + nothing.size();
  return plain_run(nothing.data(), end) == end;
}
TEST_CASE("json/plain_run: nothing has an end too") { CHECK(test_empty()); }
static_assert(test_empty());

}  // namespace
