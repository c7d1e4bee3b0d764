// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

#include <medusa/core/slice.hpp>

namespace medusa::inline v0 {

/// The texts of an enumeration's values, in their order. Specialised beside each such enumeration.
template <class Enum>
inline constexpr std::span<std::string_view const> enum_texts{};

/// An enumeration whose values have texts on the wire: `enum_texts` is specialised for it.
template <class Enum>
concept texted_enum = (!enum_texts<Enum>.empty());

namespace detail {
/// As `to_string`, of which users have a copy.
template <texted_enum Enum>
[[nodiscard]] constexpr std::string_view const& text_of_value(Enum value) noexcept {
  auto const at = static_cast<std::size_t>(value);
  auto const texts = enum_texts<Enum>;
  return at < texts.size() ? texts[at] : no_text;
}
}  // namespace detail

/// The text that stands for a value on the wire; empty for a number that is no value.
template <texted_enum Enum>
[[nodiscard]] constexpr std::string_view to_string(Enum value) noexcept {
  return detail::text_of_value(value);
}

/// The value that a text stands for, or nothing.
template <texted_enum Enum>
[[nodiscard]] constexpr std::optional<Enum> from_string(std::string_view text) noexcept {
  auto const texts = enum_texts<Enum>;
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (texts[i] == text) return static_cast<Enum>(i);
  return std::nullopt;
}

/// A value of an enumeration that the server may extend: the text as it was sent is kept, and
/// `known()` is the value if it is one of ours.
template <texted_enum Enum, class Text>
class open_enum {
 public:
  using enum_type = Enum;

  // Not defaulted: see static_string.
  constexpr open_enum() noexcept(std::is_nothrow_default_constructible_v<Text>) {}

  [[nodiscard]] constexpr std::optional<Enum> known() const noexcept {
    return from_string<Enum>(text());
  }
  [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return text().empty(); }

  /// The text itself, for a decoder to fill.
  [[nodiscard]] constexpr Text& storage() noexcept { return text_; }

  friend constexpr bool operator==(open_enum const& a, open_enum const& b) noexcept {
    return a.text() == b.text();
  }
  friend constexpr bool operator==(open_enum const& a, Enum b) noexcept {
    return a.text() == to_string(b);
  }

 private:
  Text text_{};
};

}  // namespace medusa::inline v0
