// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <type_traits>
#include <utility>

#include <medusa/core/wipe.hpp>

namespace medusa::inline v0::detail {

/// The text of a secret. One that lies inside the object, or belongs to somebody else, is left as it
/// is when the object goes: a destructor that has something to do is more than a client in the
/// static memory of a program without an operating system can have.
template <class Text, bool = std::is_trivially_destructible_v<Text>>
struct secret_text {
  Text text{};
};

/// One on the heap is wiped before its memory is given back, and where it was moved from.
template <class Text>
struct secret_text<Text, false> {
  constexpr secret_text() noexcept(std::is_nothrow_default_constructible_v<Text>) {
  }  // not defaulted: see static_string
  constexpr explicit secret_text(Text&& from) noexcept(std::is_nothrow_move_constructible_v<Text>)
      : text(std::move(from)) {
    if (!empty()) wipe_text(from);  // the bytes of a short text lie in the object it came from
  }
  constexpr secret_text(secret_text const&) = default;
  constexpr secret_text(secret_text&& other) noexcept(std::is_nothrow_move_constructible_v<Text>)
      : secret_text(std::move(other.text)) {}
  constexpr secret_text& operator=(secret_text const& other) { return *this = secret_text(other); }
  constexpr secret_text& operator=(secret_text&& other) noexcept(
      std::is_nothrow_move_assignable_v<Text>) {
    if (this == &other) return *this;
    if (!empty()) wipe_text(text);
    if (other.empty()) return *this;
    text = std::move(other.text);
    wipe_text(other.text);
    return *this;
  }
  constexpr ~secret_text() {
    if (!empty()) wipe_text(text);
  }

  Text text{};

 private:
  [[nodiscard]] constexpr bool empty() const noexcept { return std::string_view(text).empty(); }
};

}  // namespace medusa::inline v0::detail
