// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <medusa/core/unwritten.hpp>

namespace medusa::inline v0 {

/// Text of at most `N` bytes inside the object itself, always NUL-terminated. Too long is refused,
/// never cut. What lies behind the NUL is not said: whatever was in the memory before.
template <std::size_t N>
class static_string {
 public:
  // Here and in some other classes not defaulted: `{}` would then fill the memory with zeros first.
  constexpr static_string() noexcept {
    detail::leave_unwritten(chars_);
    chars_.at[0] = '\0';
  }

  /// Replaces the text; `text` may be part of the old one. False, with nothing changed, when `text`
  /// is longer than `N`.
  [[nodiscard]] constexpr bool assign(std::string_view text) noexcept {
    if (text.size() > N) return false;
    if (std::is_constant_evaluated()) {  // where libstdc++'s `move` compares unrelated addresses
      for (std::size_t i = 0; i < text.size(); ++i) chars_.at[i] = text[i];
    } else if (!text.empty()) {
      std::char_traits<char>::move(chars_.at, text.data(), text.size());
    }
    chars_.at[text.size()] = '\0';
    size_ = static_cast<size_type>(text.size());
    return true;
  }

  /// Makes room for `size` bytes, which the caller then writes through `data()`: what is in them is
  /// not said. False, with nothing changed, when `size` is over `N`.
  [[nodiscard]] constexpr bool resize(std::size_t size) noexcept {
    if (size > N) return false;
    chars_.at[size] = '\0';
    size_ = static_cast<size_type>(size);
    return true;
  }

  constexpr void clear() noexcept { static_cast<void>(resize(0)); }

  [[nodiscard]] constexpr char* data() noexcept { return chars_.at; }
  [[nodiscard]] constexpr char const* data() const noexcept { return chars_.at; }
  [[nodiscard]] constexpr char const* c_str() const noexcept { return chars_.at; }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] static constexpr std::size_t capacity() noexcept { return N; }

  constexpr operator std::string_view() const noexcept { return {chars_.at, size_}; }

  friend constexpr bool operator==(static_string const& a, std::string_view b) noexcept {
    return std::string_view(a) == b;
  }

 private:
  struct memory {  // to be assigned as one, which is one step of constant evaluation
    char at[N + 1];
  };
  /// As small as it can be: a page of users has many of them.
  using size_type =
      std::conditional_t<(N <= 0xFF), std::uint8_t,
                         std::conditional_t<(N <= 0xFFFF), std::uint16_t, std::size_t>>;
  size_type size_ = 0;
  memory chars_;
};

template <std::size_t N, std::size_t M>
constexpr bool operator==(static_string<N> const& a, static_string<M> const& b) noexcept {
  return std::string_view(a) == std::string_view(b);
}

}  // namespace medusa::inline v0
