// SPDX-License-Identifier: MIT
#include <medusa/http/percent.hpp>

#include <doctest/doctest.h>

#include <string_view>

using medusa::sink;

namespace {

constexpr bool encodes(std::string_view text, std::string_view expected) {
  char buffer[300] = {};
  sink out(buffer, sizeof buffer);
  medusa::append_percent_encoded(out, text);
  return out.written() == expected && out.size() == expected.size();
}

constexpr bool test_plain() {
  return encodes("", "") &&
         encodes("usr_01M83KGE5DMKKCCQ035KDEG4ET", "usr_01M83KGE5DMKKCCQ035KDEG4ET") &&
         encodes("-._~", "-._~") && encodes("AZaz09", "AZaz09");
}
TEST_CASE("unreserved characters stay as they are") { CHECK(test_plain()); }
static_assert(test_plain());

constexpr bool test_encoded() {
  return encodes("js a&b=+\xF0\x9F\x98\x80", "js%20a%26b%3D%2B%F0%9F%98%80") &&
         encodes("a/b", "a%2Fb") && encodes("a#b?c", "a%23b%3Fc") && encodes("100%", "100%25") &&
         encodes("a%2Fb", "a%252Fb") && encodes("../orders", "..%2Forders") &&
         encodes("!'()*", "%21%27%28%29%2A") &&
         encodes("a@b.c,;:$[]", "a%40b.c%2C%3B%3A%24%5B%5D") &&
         encodes("\xE4\xB8\xAD", "%E4%B8%AD");
}
TEST_CASE("everything else becomes %XX") { CHECK(test_encoded()); }
static_assert(test_encoded());

/// Wherever they are, between those that need nothing: one, or two next to each other or not. What
/// stands behind the text needs nothing, either.
template <std::size_t Longest>
constexpr bool test_every_place() {
  for (std::size_t size = 0; size <= Longest; ++size)
    for (std::size_t place = 0; place < size; ++place)
      for (std::size_t const other : {place, place + 1, place + 9}) {
        char text[Longest + 20]{};
        for (char& each : text) each = 'b';
        char expected[3 * Longest + 1]{};
        std::size_t at = 0;
        for (std::size_t i = 0; i < size; ++i) {
          text[i] = i == place || i == other ? ':' : "aZ0-_.~9"[i % 8];
          if (text[i] != ':') expected[at++] = text[i];
          else expected[at++] = '%', expected[at++] = '3', expected[at++] = 'A';
        }
        if (!encodes({text, size}, {expected, at})) return false;
      }
  return true;
}
TEST_CASE("what is to be encoded may be anywhere") { CHECK(test_every_place<50>()); }
static_assert(test_every_place<9>());

/// Texts that nothing follows: in constant evaluation a look behind their end is an error.
constexpr bool test_ends() {
  constexpr char text[] = {'a', 'b', 'c', 'd', 'e', 'f', '/', 'h'};
  constexpr char plain[] = {'a', 'b', 'c', 'd'};
  return encodes({text, sizeof text}, "abcdef%2Fh") && encodes({plain, sizeof plain}, "abcd");
}
TEST_CASE("encoding looks at nothing behind a text") { CHECK(test_ends()); }
static_assert(test_ends());

/// Three bytes for each are enough room, and what is behind it is not touched; with less the size
/// is the same.
constexpr bool test_every_room(std::size_t longest) {
  for (std::size_t size = 0; size <= longest; ++size)
    for (bool const plain : {true, false}) {
      char text[60]{};
      for (char& each : text) each = 'b';
      for (std::size_t i = 0; i < size; ++i) text[i] = plain || i % 5 != 3 ? 'a' : '/';
      std::size_t whole = size;
      for (std::size_t i = 0; i < size; ++i) whole += text[i] == '/' ? 2u : 0u;
      for (std::size_t room = 0; room <= 3 * size; ++room) {
        char buffer[130]{};
        sink out(buffer, room);
        medusa::append_percent_encoded(out, {text, size});
        if (out.size() != whole || out.overflowed() != (whole > room)) return false;
        for (std::size_t i = room; i < sizeof buffer; ++i)
          if (buffer[i] != '\0') return false;
      }
    }
  return true;
}
TEST_CASE("encoding takes no more than its room") { CHECK(test_every_room(40)); }
static_assert(test_every_room(6));

/// What is printable ASCII needs no look at it as UTF-8.
constexpr bool test_printable() {
  constexpr auto printable = [](std::string_view text) {
    char buffer[64]{};
    return medusa::detail::percent_encode(buffer, text).printable;
  };
  return printable("") && printable("a b~") && printable("sixteen-plain--and one more") &&
         printable("sixteen-plain---") && printable("sixteen-plain---and-some") &&
         !printable("a\x1F") && !printable("\x7F") && !printable("\xC3\xA9") &&
         !printable("sixteen-plain--and\x7F");
}
TEST_CASE("encoding tells whether all was printable ASCII") { CHECK(test_printable()); }
static_assert(test_printable());

constexpr int hex_digit(char c) {
  return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// RFC 3986 section 2.3, spelled out.
constexpr std::string_view unreserved =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

constexpr bool test_every_byte() {
  for (int i = 0; i < 256; ++i) {
    char const c[] = {static_cast<char>(i)};
    char buffer[4] = {};
    sink out(buffer, sizeof buffer);
    medusa::append_percent_encoded(out, {c, 1});
    bool const plain = unreserved.find(c[0]) != std::string_view::npos;
    if (medusa::is_unreserved(c[0]) != plain) return false;
    std::string_view const text = out.written();
    if (plain ? text != std::string_view(c, 1)
              : text.size() != 3 || text[0] != '%' ||
                    hex_digit(text[1]) * 16 + hex_digit(text[2]) != i)
      return false;
  }
  return true;
}
TEST_CASE("every byte decodes to itself") { CHECK(test_every_byte()); }
static_assert(test_every_byte());

constexpr bool test_just_enough_room() {
  char buffer[6] = {'.', '.', '.', '.', '.', '.'};
  sink out(buffer, 5);
  medusa::append_percent_encoded(out, "a/b");
  return out.written() == "a%2Fb" && buffer[5] == '.';
}
TEST_CASE("room for what is written is enough") { CHECK(test_just_enough_room()); }
static_assert(test_just_enough_room());

constexpr bool test_overflow() {
  char buffer[4] = {'.', '.', '.', '.'};
  sink out(buffer, 3);
  medusa::append_percent_encoded(out, "a/b");
  return out.overflowed() && out.size() == 5 && out.written().empty() && buffer[3] == '.';
}
TEST_CASE("a full sink counts what is needed") { CHECK(test_overflow()); }
static_assert(test_overflow());

}  // namespace
