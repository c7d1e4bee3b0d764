// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>

#include <medusa/core/errc.hpp>
#include <medusa/json/text.hpp>
#include <medusa/json/unescape.hpp>

namespace medusa {

namespace detail {
template <class T>
concept resizable_text = requires(T& t, std::size_t n) {
  t.resize(n);
  { t.data() } -> std::same_as<char*>;
};
template <class T>
concept bounded_text = resizable_text<T> && requires(T& t, std::size_t n) {
  { t.resize(n) } -> std::same_as<bool>;
};
}  // namespace detail

/// A type that a JSON string can be decoded into: `std::string`, `static_string`, `std::string_view`.
template <class T>
concept text_storage = std::same_as<T, std::string_view> ||
                       (detail::resizable_text<T> && std::convertible_to<T const&, std::string_view>);

/// What kept a text from being stored: `text_too_long` and the bytes it has, or `escaped_text`.
struct text_error {
  errc code{};
  std::size_t needed = 0;
};

/// Stores the decoded text, all of it or nothing. `writable` is the address of the text's first
/// character when the document may be written to, else null: a view can show an escaped text only
/// after it was decoded in place.
template <text_storage T>
[[nodiscard]] constexpr std::optional<text_error> store_text(json::text from, T& to, char* writable) {
  if constexpr (std::same_as<T, std::string_view>) {
    if (!from.escaped) {
      to = from.chars;
    } else if (writable != nullptr) {
      to = std::string_view(writable, json::unescape(from, writable));
    } else {
      return text_error{.code = errc::escaped_text};
    }
  } else {
    if constexpr (detail::bounded_text<T>) {
      std::size_t const size = json::unescaped_size(from);
      if (!to.resize(size)) return text_error{.code = errc::text_too_long, .needed = size};
      json::unescape(from, to.data());
    } else if (from.escaped) {
      to.resize(json::unescaped_size(from));
      json::unescape(from, to.data());
    } else {
      to.assign(from.chars.data(), from.chars.size());
    }
  }
  return std::nullopt;
}

}  // namespace medusa
