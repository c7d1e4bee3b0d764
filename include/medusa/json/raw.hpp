// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <string_view>
#include <type_traits>

namespace medusa::inline v0::json {

/// One JSON value kept as text, such as a user's metadata. `Text` is `std::string`, a
/// `static_string` or `std::string_view`; a view owns nothing and lives no longer than what it
/// views.
///
/// Out of an answer it is well formed. Text of one's own is taken as it is and checked where it is
/// sent (`invalid_json`).
template <class Text>
class basic_raw {
 public:
  /// Empty: no value at all.
  constexpr basic_raw() noexcept(std::is_nothrow_default_constructible_v<Text>) {
  }  // not defaulted: see static_string

  template <class U>
    requires(std::constructible_from<Text, U const&> &&
             std::convertible_to<U const&, std::string_view>)
  explicit constexpr basic_raw(U const& json) : text_(json) {}

  [[nodiscard]] constexpr std::string_view view() const noexcept { return text_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return view().empty(); }

  /// The text itself, for a decoder to fill.
  [[nodiscard]] constexpr Text& storage() noexcept { return text_; }

  /// Compares the bytes, not what they mean: `1` and `1.0` differ.
  template <class Other>
  friend constexpr bool operator==(basic_raw const& a, basic_raw<Other> const& b) noexcept {
    return a.view() == b.view();
  }

 private:
  Text text_{};
};

/// JSON that is in a text of somebody else.
using raw_view = basic_raw<std::string_view>;

}  // namespace medusa::inline v0::json
