// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace medusa::inline v0 {

/// The digits of a number, in decimal.
class decimal {
 public:
  constexpr explicit decimal(std::uint64_t n) noexcept {
    if (std::is_constant_evaluated()) chars_ = {};  // where none may be left unwritten
    chars_[most_] = '\0';
    std::size_t at = most_;  // not the member, which would be written for every digit
    do chars_[--at] = static_cast<char>('0' + take_digit(n));
    while (n != 0);
    at_ = at;
  }
  [[nodiscard]] constexpr char const* c_str() const noexcept { return chars_.data() + at_; }
  [[nodiscard]] constexpr std::string_view view() const noexcept { return {c_str(), most_ - at_}; }

 private:
  /// `n % 10`, and `n` becomes `n / 10`. By parts of 16 bits where registers have no more than 32:
  /// a division of 64 bits would be a call, and in GCC's runtime library it brings the unwinder
  /// along.
  static constexpr unsigned take_digit(std::uint64_t& n) noexcept {
    if constexpr (sizeof(std::size_t) >= sizeof n) {
      auto const digit = static_cast<unsigned>(n % 10);
      n /= 10;
      return digit;
    } else {
      auto const high = static_cast<std::uint32_t>(n >> 32);
      auto const low = static_cast<std::uint32_t>(n);
      std::uint32_t const middle = (high % 10) << 16 | low >> 16;
      std::uint32_t const lowest = (middle % 10) << 16 | (low & 0xFFFF);
      n = std::uint64_t{high / 10} << 32 | ((middle / 10) << 16 | lowest / 10);
      return lowest % 10;
    }
  }

  static constexpr std::size_t most_ = 20;  // the digits of 2^64 - 1
  std::array<char, most_ + 1> chars_;       // of which only digits and what ends them are written
  std::size_t at_ = most_;
};

}  // namespace medusa::inline v0
