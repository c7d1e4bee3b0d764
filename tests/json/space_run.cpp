// SPDX-License-Identifier: MIT
#include <medusa/json/space_run.hpp>

#include <cstddef>
#include <memory>

#include <doctest/doctest.h>

namespace {

using medusa::json::detail::space_run;

constexpr bool is_white(unsigned byte) {
  return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

// Every byte behind so many spaces, in texts that end at once or go on.
constexpr bool stops_at(unsigned byte) {
  char text[40];
  for (std::size_t spaces = 0; spaces < 36; spaces += 1 + spaces / 4) {
    for (char& c : text) c = ' ';
    for (std::size_t i = 0; i < spaces; ++i) text[i] = "\n\r\t "[i % 4];
    text[spaces] = static_cast<char>(byte);
    text[39] = 'x';
    for (std::size_t const size : {spaces + 1, std::size_t{40}}) {
      std::size_t const expected = !is_white(byte) ? spaces : size == 40 ? 39 : size;
      if (space_run(text, text + size) != text + expected) return false;
    }
  }
  return space_run(text, text) == text;
}
constexpr bool test_stops() {
  for (unsigned byte = 0; byte < 256; ++byte)
    if (!stops_at(byte)) return false;
  return true;
}
TEST_CASE("json/space_run: stops at the first byte that is no white space") { CHECK(test_stops()); }
static_assert(stops_at(' ') && stops_at('\n') && stops_at('\v') && stops_at('\0') &&
              stops_at('{') && stops_at(0xA0));

// AddressSanitizer sees who looks behind it.
TEST_CASE("json/space_run: a single space at the end of memory") {
  std::unique_ptr<char[]> const space(new char[1]{' '});
  CHECK(space_run(space.get(), space.get() + 1) == space.get() + 1);
}

}  // namespace
