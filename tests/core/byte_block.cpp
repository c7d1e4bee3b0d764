// SPDX-License-Identifier: MIT
#include <medusa/core/byte_block.hpp>

#include <cstddef>
#include <cstring>

#include <doctest/doctest.h>

namespace {

using medusa::detail::byte_block;
using medusa::detail::byte_word;

// Steps that are worth it for more bytes than an ordinary register has.
static_assert(!byte_word::wide && byte_block::wide == (byte_block::size > byte_word::size));

constexpr bool is_plain(unsigned byte) {
  return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

constexpr bool test_word() {
  for (unsigned byte = 0; byte < 256; ++byte)
    for (unsigned neighbour : {0x20u, 0x21u, 0x23u, 0x5Bu, 0x5Du, 0x7Fu})
      for (std::size_t lane : {std::size_t{0}, sizeof(std::size_t) - 1}) {
        std::size_t word = ~std::size_t{0} / 0xFF * neighbour;
        word ^= std::size_t{byte ^ neighbour} << (8 * lane);
        if (byte_word(word).not_plain().any() == is_plain(byte)) return false;
        if (byte_word(word).not_space().any() == (byte == ' ' && neighbour == ' ')) return false;
      }
  return true;
}
TEST_CASE("core/byte_block: the bytes of a word are judged as one is") { CHECK(test_word()); }
static_assert(test_word());

template <class Marks>
bool knows_its_first(Marks marks, std::size_t size) {
  for (std::size_t place = 0; place < size; ++place)
    if (marks.first_is(place) != (marks.any() && marks.first() == place)) return false;
  return true;
}

/// Every byte in every place, among bytes that are not marked; where there are two, the first
/// counts.
template <class Block>
int misjudged() {
  int wrong = 0;
  char bytes[Block::size];
  for (std::size_t place = 0; place < Block::size; ++place)
    for (unsigned byte = 0; byte < 256; ++byte)
      for (bool const twice : {false, true}) {
        std::memset(bytes, ' ', sizeof bytes);
        bytes[place] = static_cast<char>(byte);
        if (twice) bytes[Block::size - 1] = static_cast<char>(byte);
        auto const not_plain = Block(bytes).not_plain();
        auto const not_space = Block(bytes).not_space();
        wrong +=
            not_plain.any() == is_plain(byte) || (not_plain.any() && not_plain.first() != place)
                ? 1
                : 0;
        wrong += not_space.any() == (byte == ' ') || (not_space.any() && not_space.first() != place)
                     ? 1
                     : 0;
        wrong += knows_its_first(not_plain, Block::size) && knows_its_first(not_space, Block::size)
                     ? 0
                     : 1;
      }
  return wrong;
}
TEST_CASE("core/byte_block: every byte in every place") {
  CHECK(misjudged<byte_word>() == 0);
  CHECK(misjudged<byte_block>() == 0);
}

TEST_CASE("core/byte_block: backslashes, and what differs from them by a bit") {
  int wrong = 0;
  for (std::size_t place = 0; place < byte_word::size; ++place)
    for (unsigned byte = 0; byte < 256; ++byte)
      for (unsigned const around : {0x00u, 0x7Fu, 0x80u, 0xDCu, 0xFFu}) {
        char bytes[byte_word::size];
        std::memset(bytes, static_cast<int>(around), sizeof bytes);
        bytes[place] = static_cast<char>(byte);
        auto const found = byte_word(bytes).backslashes();
        wrong += found.any() != (byte == '\\') || (found.any() && found.first() != place) ? 1 : 0;
      }
  CHECK(wrong == 0);
}

constexpr bool is_reserved(unsigned byte) {
  bool const letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  bool const digit = byte >= '0' && byte <= '9';
  return !letter && !digit && byte != '-' && byte != '.' && byte != '_' && byte != '~';
}

/// The same, of a URL.
template <class Block>
int misjudged_in_urls() {
  int wrong = 0;
  if constexpr (Block::wide) {
    char bytes[Block::size];
    for (std::size_t place = 0; place < Block::size; ++place)
      for (unsigned byte = 0; byte < 256; ++byte)
        for (bool const twice : {false, true}) {
          std::memset(bytes, '-', sizeof bytes);
          bytes[place] = static_cast<char>(byte);
          if (twice) bytes[Block::size - 1] = static_cast<char>(byte);
          auto const reserved = Block(bytes).reserved();
          bool const right =
              is_reserved(byte) ? reserved.any() && reserved.first() == place : !reserved.any();
          wrong += right ? 0 : 1;
        }
  }
  return wrong;
}
TEST_CASE("core/byte_block: what is encoded in a URL") {
  CHECK(misjudged_in_urls<byte_block>() == 0);
}

/// Where a string needs a closer look, or it first shows that it is not UTF-8 (RFC 3629 section 4),
/// by one byte after the other.
constexpr std::size_t first_stop(char const* text, std::size_t size) {
  unsigned following = 0;
  unsigned low = 0;
  unsigned high = 0;
  for (std::size_t i = 0; i < size; ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    if (following != 0) {
      if (byte < low || byte > high) return i;
      --following, low = 0x80, high = 0xBF;
      continue;
    }
    if (byte < 0x80 ? !is_plain(byte) : byte < 0xC2 || byte > 0xF4) return i;
    following = byte < 0x80 ? 0 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    low = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
    high = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
  }
  return size;
}

/// Sequences of all first bytes and at the borders of the others, in every place: they may begin
/// before the block, and go on behind it.
template <class Block>
int misjudged_in_texts() {
  int wrong = 0;
  if constexpr (Block::wide) {
    constexpr std::size_t before = 3;
    constexpr std::size_t size = before + Block::size;
    constexpr unsigned char seconds[] = {0x1F, 'a',  '"',  '\\', 0x7F, 0x80, 0x8F, 0x90,
                                         0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE1, 0xF1};
    char text[size + 3];
    for (std::size_t place = 0; place < size; ++place)
      for (unsigned first = 0; first < 256; ++first)
        for (unsigned char const second : seconds)
          for (char const third : {'a', '\x80'})
            for (char const fourth : {'a', '\x80'}) {
              std::memset(text, 'a', sizeof text);
              text[place] = static_cast<char>(first);
              text[place + 1] = static_cast<char>(second);
              text[place + 2] = third;
              text[place + 3] = fourth;
              std::size_t const stop = first_stop(text, size);
              if (stop < before) continue;
              auto const marks = Block::not_text(text + before);
              std::size_t const found = marks.any() ? before + marks.first() : size;
              wrong += found == stop ? 0 : 1;
            }
  }
  return wrong;
}
TEST_CASE("core/byte_block: what is no text, of any script") {
  CHECK(misjudged_in_texts<byte_block>() == 0);
}

}  // namespace
