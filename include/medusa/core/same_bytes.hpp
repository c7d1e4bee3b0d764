// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <medusa/core/hot.hpp>

namespace medusa::inline v0::detail {

/// A number made of the bytes at `at`; only for comparing with another. Not for constant
/// evaluation.
template <class Word>
[[nodiscard]] inline Word word_at(char const* at) noexcept {
  Word word;
  std::char_traits<char>::copy(reinterpret_cast<char*>(&word), at, sizeof word);
  return word;
}

/// Whether so many bytes are the same at both places. For names and words of a few bytes: the
/// library's function is called, which takes longer than comparing them.
[[nodiscard]] MEDUSA_HOT constexpr bool same_bytes(char const* a, char const* b,
                                                   std::size_t size) noexcept {
  if (!std::is_constant_evaluated()) {
    if constexpr (small_code) {
      return std::char_traits<char>::compare(a, b, size) == 0;
    } else if (size >= 8) {
      std::size_t at = 0;
      for (; size - at > 8; at += 8)
        if (word_at<std::uint64_t>(a + at) != word_at<std::uint64_t>(b + at)) return false;
      return word_at<std::uint64_t>(a + size - 8) == word_at<std::uint64_t>(b + size - 8);
    } else if (size >= 4) {
      return word_at<std::uint32_t>(a) == word_at<std::uint32_t>(b) &&
             word_at<std::uint32_t>(a + size - 4) == word_at<std::uint32_t>(b + size - 4);
    }
  }
  while (size != 0 && *a++ == *b++) --size;  // one step of constant evaluation for each byte
  return size == 0;
}

}  // namespace medusa::inline v0::detail
