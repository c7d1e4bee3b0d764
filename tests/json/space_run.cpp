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

// White space of any length and kind, where `usual` is likely: what is left of it is as long as
// that, and all that is stepped over is white.
constexpr bool ends_after(std::size_t usual, std::size_t spaces, char first, char odd) {
  char text[48];
  for (char& c : text) c = ' ';
  text[0] = first;
  text[spaces / 2] = spaces > 1 ? odd : first;
  text[spaces] = 'x';
  for (std::size_t const size : {spaces, spaces + 1, sizeof text}) {
    std::size_t remembered = usual;
    char const* const behind = space_run(text, text + size, remembered);
    bool const left = behind != text + spaces;
    if (remembered != (left ? usual : spaces) || behind != text + remembered) return false;
    if (left && (first != '\n' || usual > spaces || *behind != odd || odd == ' ')) return false;
  }
  return true;
}
constexpr bool test_usual(std::size_t step) {
  for (std::size_t usual = 0; usual < 40; usual += step)
    for (std::size_t spaces = 0; spaces < 40; spaces += step)
      for (char const first : {'\n', '\r', ' ', '\t'})
        if (!ends_after(usual, spaces, first, ' ') || !ends_after(usual, spaces, first, '\n') ||
            !ends_after(usual, spaces, first, '\t'))
          return false;
  return true;
}
TEST_CASE("json/space_run: as long as the last, or of another length") { CHECK(test_usual(1)); }
static_assert(test_usual(13));

// AddressSanitizer sees who looks behind the end.
TEST_CASE("json/space_run: to the end of memory") {
  for (std::size_t size = 1; size < 40; ++size) {
    auto const memory = std::make_unique<char[]>(size);
    char const* const end = memory.get() + size;
    for (std::size_t i = 0; i < size; ++i) memory[i] = i == 0 ? '\n' : ' ';
    CHECK(space_run(memory.get(), end) == end);
    for (std::size_t usual = 0; usual < 40; ++usual) {
      std::size_t remembered = usual;
      CHECK(space_run(memory.get(), end, remembered) == end);
    }
  }
}

}  // namespace
