// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace medusa {

/// Writes text into memory that the caller owns, and goes on counting when it is full, so that one
/// pass either produces the text or says how much room it needs. Never writes past its end.
class sink {
 public:
  constexpr sink(char* first, std::size_t capacity) noexcept : first_(first), capacity_(capacity) {}

  constexpr void append(char c) noexcept {
    if (size_ < capacity_) first_[size_] = c;
    ++size_;
  }

  constexpr void append(std::string_view text) noexcept {
    if (size_ <= capacity_ && text.size() <= capacity_ - size_ && !text.empty())
      std::char_traits<char>::copy(first_ + size_, text.data(), text.size());
    size_ += text.size();
  }

  /// Appends `n` in decimal, with a `-` if it is negative. A template, since which of `int`, `long`
  /// and `long long` the fixed-width types are differs by platform.
  template <std::integral Number>
  constexpr void append_number(Number n) noexcept {
    auto const bits = static_cast<std::uint64_t>(n);
    if (n < 0) append('-');
    append_digits(n < 0 ? 0 - bits : bits);
  }

  /// Bytes appended so far, those that found no room included.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] constexpr bool overflowed() const noexcept { return size_ > capacity_; }

  /// What was written, from offset `from` on; nothing when `from` is past the end. Empty once the
  /// sink has overflowed: a text that was cut is never handed out. Valid as long as the memory
  /// under the sink.
  [[nodiscard]] constexpr std::string_view written(std::size_t from = 0) const noexcept {
    if (overflowed() || from > size_) return {};
    return {first_ + from, size_ - from};
  }

 private:
  constexpr void append_digits(std::uint64_t n) noexcept {
    char digits[20] = {};  // the digits of 2^64 - 1
    std::size_t at = sizeof digits;
    do digits[--at] = static_cast<char>('0' + take_digit(n));
    while (n != 0);
    append(std::string_view(digits + at, sizeof digits - at));
  }

  /// `n % 10`, and `n` becomes `n / 10`. By halves of 32 bits where registers have no more: a division of
  /// 64 bits would be a call, and in GCC's runtime library it brings the unwinder along.
  static constexpr unsigned take_digit(std::uint64_t& n) noexcept {
    if constexpr (sizeof(std::size_t) >= sizeof n) {
      auto const digit = static_cast<unsigned>(n % 10);
      n /= 10;
      return digit;
    } else {
      std::uint32_t rest = 0;
      std::uint64_t quotient = 0;
      for (int shift = 48; shift >= 0; shift -= 16) {
        rest = (rest << 16) | static_cast<std::uint16_t>(n >> shift);
        quotient = (quotient << 16) | (rest / 10);
        rest %= 10;
      }
      n = quotient;
      return rest;
    }
  }

  char* first_;
  std::size_t capacity_;
  std::size_t size_ = 0;
};

}  // namespace medusa
