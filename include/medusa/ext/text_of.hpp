// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <string>
#include <string_view>

#include <medusa/core/errc.hpp>
#include <medusa/model/describe.hpp>
#include <medusa/model/failure.hpp>
#include <medusa/model/open_enum.hpp>
#include <medusa/model/storage.hpp>
#include <medusa/model/timestamp.hpp>

// What our types look like in a log: for the headers that print them in one way or another.
namespace medusa::inline v0::ext {

[[nodiscard]] constexpr std::string_view text_of(errc code) noexcept { return to_string(code); }
[[nodiscard]] constexpr std::string_view text_of(stage s) noexcept { return to_string(s); }
/// A role, an `error_type`, …
template <texted_enum Enum>
[[nodiscard]] constexpr std::string_view text_of(Enum value) noexcept {
  return medusa::to_string(value);
}
/// As the server sent it.
template <texted_enum Enum, class Text>
[[nodiscard]] constexpr std::string_view text_of(open_enum<Enum, Text> const& value) noexcept {
  return value.text();
}
/// As it was written; empty for no date.
[[nodiscard]] constexpr std::string_view text_of(timestamp const& t) noexcept { return t.text(); }
template <storage S, class TransportError>
[[nodiscard]] std::string text_of(failure<S, TransportError> const& f) {
  return std::string(std::string_view(to_string(f)));
}

/// One of the types above. A secret is none.
template <class T>
concept has_text = requires(T const& value) {
  { text_of(value) } -> std::convertible_to<std::string_view>;
};

}  // namespace medusa::inline v0::ext
