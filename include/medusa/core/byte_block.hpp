// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <medusa/core/hot.hpp>

// Several bytes of a text, looked at side by side: sixteen where the target has registers for that
// (SSE2, NEON), else as many as an ordinary register holds. Not for constant evaluation.

namespace medusa::inline v0::detail {

/// Which bytes of a block were meant, one mark in the lane of each: a bit, or several that are
/// alike.
template <class Bits, int BitsPerByte>
struct byte_marks {
  Bits bits;
  [[nodiscard]] constexpr bool any() const noexcept { return bits != 0; }
  /// The place of the first. Precondition: there is one.
  [[nodiscard]] MEDUSA_HOT constexpr std::size_t first() const noexcept {
    int const zeros = std::endian::native == std::endian::little ? std::countr_zero(bits)
                                                                 : std::countl_zero(bits);
    return static_cast<std::size_t>(zeros / BitsPerByte);
  }
  /// Whether `place` is that of the first: a question whose answer can be foreseen, so that nothing
  /// has to wait until the place is found.
  [[nodiscard]] MEDUSA_HOT constexpr bool first_is(std::size_t place) const noexcept {
    constexpr bool little = std::endian::native == std::endian::little;
    auto const last_bits = static_cast<int>(sizeof bits * 8) - BitsPerByte;
    int const others = last_bits - static_cast<int>(place) * BitsPerByte;
    Bits const moved = little ? bits << others : bits >> others;  // now it is in the last lane
    return moved != 0 && (little ? moved << BitsPerByte : moved >> BitsPerByte) == 0;
  }
};

/// Exchanges quote and space, and keeps control characters among themselves: what then is over a
/// space is none of these and no quote, by one comparison.
inline constexpr char quote_for_space = '"' ^ ' ';

/// The bytes of an ordinary register. The high bits are masked out before the sums, so that no byte
/// carries into the next.
struct byte_word {
  static constexpr std::size_t size = sizeof(std::size_t);
  /// Whether what takes many steps is worth them.
  static constexpr bool wide = false;
  using marks = byte_marks<std::size_t, 8>;

  constexpr explicit byte_word(std::size_t word) noexcept : word_(word) {}
  explicit byte_word(char const* at) noexcept {
    std::char_traits<char>::copy(reinterpret_cast<char*>(&word_), at, size);
  }

  /// Those that need a closer look inside a JSON string: quote, backslash, control characters, and
  /// all over 0x7F.
  [[nodiscard]] MEDUSA_HOT constexpr marks not_plain() const noexcept {
    std::size_t const swapped = (word_ & ~high) ^ each * quote_for_space;
    std::size_t const over_space = swapped + each * (0x7F - ' ');
    return marks{~(over_space & differs('\\') & ~word_) & high};
  }
  /// Those that are no space.
  [[nodiscard]] MEDUSA_HOT constexpr marks not_space() const noexcept {
    return marks{(differs(' ') | word_) & high};
  }
  /// Those that begin an escape in a JSON string.
  [[nodiscard]] MEDUSA_HOT constexpr marks backslashes() const noexcept {
    return marks{~(differs('\\') | word_) & high};
  }

 private:
  static constexpr std::size_t each = ~std::size_t{0} / 0xFF;  // 0x01 in every byte
  static constexpr std::size_t high = each * 0x80;
  /// The high bit is set in bytes whose lower seven bits are not those of `c`.
  [[nodiscard]] constexpr std::size_t differs(char c) const noexcept {
    return ((word_ & ~high) ^ each * static_cast<unsigned char>(c)) + each * 0x7F;
  }
  std::size_t word_ = 0;
};

#if defined(__SSE2__) || (defined(__ARM_NEON) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__)

/// Sixteen bytes. (By the compilers' vector types: the headers of the instruction sets are some
/// thousand lines.)
struct byte_vector {
  static constexpr std::size_t size = 16;
  static constexpr bool wide = true;

  explicit byte_vector(char const* at) noexcept { __builtin_memcpy(&bytes_, at, size); }

#ifdef __SSE2__
  using marks = byte_marks<std::uint32_t, 1>;
#else
  using marks = byte_marks<std::uint64_t, 4>;
#endif
  /// As those of `byte_word`.
  [[nodiscard]] MEDUSA_HOT marks not_plain() const noexcept {
    lanes const swapped = bytes_ ^ quote_for_space;
    // Over 0x7F is below 0 here. A backslash is over a space: one of two ones that become zero.
    return all_but((swapped > ' ') ^ (bytes_ == '\\'));
  }
  [[nodiscard]] MEDUSA_HOT marks not_space() const noexcept { return all_but(bytes_ == ' '); }
  /// Those that are encoded in a URL: all but `unreserved` of RFC 3986.
  [[nodiscard]] MEDUSA_HOT marks reserved() const noexcept {
    lanes const small = bytes_ | ' ';
    // Where `>` is true of one end of a range, and not of the other.
    auto const letter = (small > '`') ^ (small > 'z');
    auto const digit = (bytes_ > ',') ^ (bytes_ > '9') ^ (bytes_ == '/');  // and `-` and `.`
    return all_but(letter | digit | (bytes_ == '_') | (bytes_ == '~'));
  }

  /// Of the bytes at `at`, those that need a closer look inside a JSON string though other scripts
  /// do not: quote, backslash, control characters, and where it first shows that something is not
  /// UTF-8 (RFC 3629 section 4). The three bytes before are looked at as well.
  [[nodiscard]] MEDUSA_HOT static marks not_text(char const* at) noexcept {
    lanes const here = turned(at);
    lanes const before = turned(at - 1);
    lanes const ends = (here < turned(' ')) | (here == turned('"')) | (here == turned('\\'));
    // Those that go on with a sequence, and those that have to.
    lanes const follows = byte_vector(at).bytes_ < turned(0x40);
    lanes const must_follow =
        (before > turned(0xBF)) | (turned(at - 2) > turned(0xDF)) | (turned(at - 3) > turned(0xEF));
    lanes const begins_none = (here > turned(0xF4)) | ((here & ~1) == turned(0xC0));
    // Second bytes: too small they are overlong, too large a surrogate or beyond the last code point.
    lanes const below_a0 = here < turned(0xA0);
    lanes const below_90 = here < turned(0x90);
    lanes const out_of_range =
        ((before == turned(0xE0)) & below_a0) | ((before == turned(0xED)) & ~below_a0) |
        ((before == turned(0xF0)) & below_90) | ((before == turned(0xF4)) & ~below_90);
    return all_but(~(ends | (follows ^ must_follow) | begins_none | out_of_range));
  }

 private:
  using lanes [[gnu::vector_size(16)]] = signed char;
  /// With the high bit turned round, so that bytes compare as without a sign.
  static constexpr signed char turned(int byte) noexcept {
    return static_cast<signed char>(byte - 0x80);
  }
  [[nodiscard]] MEDUSA_HOT static lanes turned(char const* at) noexcept {
    return byte_vector(at).bytes_ ^ turned(0);
  }

  /// Marks the lanes that are zero, where the others are all ones.
  [[nodiscard]] MEDUSA_HOT static marks all_but(lanes ones) noexcept {
#ifdef __SSE2__
    using chars [[gnu::vector_size(16)]] = char;
    int const mask = __builtin_ia32_pmovmskb128(reinterpret_cast<chars>(ones));
    return {static_cast<std::uint32_t>(mask ^ 0xFFFF)};
#else
    using pairs [[gnu::vector_size(16)]] = std::uint16_t;
    using halves [[gnu::vector_size(8)]] = std::uint8_t;
    auto const narrow = __builtin_convertvector(reinterpret_cast<pairs>(~ones) >> 4, halves);
    marks m;
    __builtin_memcpy(&m.bits, &narrow, sizeof m.bits);
    return m;
#endif
  }

  lanes bytes_;
};
using byte_block = byte_vector;

#else
using byte_block = byte_word;
#endif

}  // namespace medusa::inline v0::detail
