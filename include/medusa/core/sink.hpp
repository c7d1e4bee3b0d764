// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <medusa/core/decimal.hpp>
#include <medusa/core/hot.hpp>

namespace medusa::inline v0 {

/// Writes text into memory that the caller owns, and goes on counting when it is full, so that one
/// pass either produces the text or says how much room it needs. Never writes past its end.
class sink {
 public:
  constexpr sink(char* first, std::size_t capacity) noexcept : first_(first), capacity_(capacity) {}

  constexpr void append(char c) noexcept {
    if (size_ < capacity_) first_[size_] = c;
    ++size_;
  }

  constexpr void append(std::string_view const& text) noexcept {
    if (size_ <= capacity_ && text.size() <= capacity_ - size_ && !text.empty())
      std::char_traits<char>::copy(first_ + size_, text.data(), text.size());
    size_ += text.size();
  }

  /// A text that ends with a NUL.
  MEDUSA_HOT constexpr void append(char const* text) noexcept { append(std::string_view(text)); }

  /// Appends what `write` writes to the place it is given: at most `most` bytes, whose number it
  /// returns. False, with nothing done, when there is no room for so many.
  template <class Write>
  constexpr bool append_most(std::size_t most, Write const& write) noexcept {
    if (size_ > capacity_ || most > capacity_ - size_) return false;
    size_ += write(first_ + size_);
    return true;
  }

  /// What is left of the memory, for a caller that writes into it and says so by `wrote`.
  [[nodiscard]] constexpr std::span<char> room() const noexcept {
    if (overflowed()) return {};
    return {first_ + size_, capacity_ - size_};
  }
  /// Counts `n` bytes that were written to the beginning of `room()`.
  constexpr void wrote(std::size_t n) noexcept { size_ += n; }

  /// Appends `n` in decimal, with a `-` if it is negative. A template, since which of `int`, `long`
  /// and `long long` the fixed-width types are differs by platform.
  template <std::integral Number>
  constexpr void append_number(Number n) noexcept {
    auto const bits = static_cast<std::uint64_t>(n);
    if (n < 0) append('-');
    append(decimal(n < 0 ? ~bits + 1 : bits).view());
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
  char* first_;
  std::size_t capacity_;
  std::size_t size_ = 0;
};

}  // namespace medusa::inline v0
