// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

#include <medusa/core/errc.hpp>
#include <medusa/json/metadata.hpp>
#include <medusa/json/raw.hpp>

namespace medusa::inline v0 {

/// Metadata for an update: the text of a JSON object, or a builder's. A view. Never null, which the
/// server would ignore; absent by default.
class metadata_ref {
 public:
  constexpr metadata_ref() = default;
  metadata_ref(std::nullptr_t) = delete;

  /// A null `char const*` is no text, and an error.
  template <std::convertible_to<std::string_view> Text>
    requires(!std::same_as<Text, std::nullptr_t>)
  constexpr metadata_ref(Text const& json) noexcept
      : text_(read(json)), error_(error_of(json)), absent_(false) {}
  template <class Text>
  constexpr metadata_ref(json::basic_raw<Text> const& json) noexcept
      : text_(json.view()), absent_(false) {}
  template <class Text>
  constexpr metadata_ref(json::basic_metadata<Text> const& builder) noexcept
      : text_(builder.view()), error_(builder.error()), absent_(false), checked_(true) {}

  [[nodiscard]] constexpr bool is_absent() const noexcept { return absent_; }
  [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }
  /// Whether the text is a builder's, which has checked all that is in it.
  [[nodiscard]] constexpr bool is_checked() const noexcept { return checked_; }
  /// The builder's first error, or `invalid_value` for a null pointer.
  [[nodiscard]] constexpr std::optional<errc> error() const noexcept { return error_; }

 private:
  // Not assigned in the constructor's body: g++ 12 takes that for a change of a const object, when
  // an operation in constant evaluation is one.
  template <class Text>
  static constexpr std::string_view read(Text const& json) noexcept {
    if constexpr (std::is_pointer_v<Text>)
      if (json == nullptr) return {};
    return json;
  }
  template <class Text>
  static constexpr std::optional<errc> error_of(Text const& json) noexcept {
    if constexpr (std::is_pointer_v<Text>)
      if (json == nullptr) return errc::invalid_value;
    return std::nullopt;
  }

  std::string_view text_{};
  std::optional<errc> error_{};
  bool absent_ = true;
  bool checked_ = false;
};

}  // namespace medusa::inline v0
