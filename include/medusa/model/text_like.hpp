// SPDX-License-Identifier: MIT
#pragma once

#include <medusa/core/secret.hpp>
#include <medusa/json/raw.hpp>
#include <medusa/model/open_enum.hpp>
#include <medusa/model/text.hpp>

namespace medusa::inline v0::detail {

template <class T>
inline constexpr bool is_open_enum = false;
template <class Enum, class Text>
inline constexpr bool is_open_enum<open_enum<Enum, Text>> = true;
template <class T>
inline constexpr bool is_secret = false;
template <class Text>
inline constexpr bool is_secret<basic_secret<Text>> = true;
template <class T>
inline constexpr bool is_raw = false;
template <class Text>
inline constexpr bool is_raw<json::basic_raw<Text>> = true;

/// What is read as a text, whatever it means.
template <class T>
concept text_like = text_storage<T> || is_open_enum<T> || is_secret<T>;

template <text_like T>
[[nodiscard]] constexpr auto& text_of(T& out) noexcept {
  if constexpr (text_storage<T>) return out;
  else return out.storage();
}

}  // namespace medusa::inline v0::detail
