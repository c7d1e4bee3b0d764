// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <string_view>

#include <medusa/core/hot.hpp>
#include <medusa/json/text.hpp>
#include <medusa/json/unescape.hpp>

namespace medusa::inline v0 {

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

/// Bytes that `to` has to have room for: those of the decoded text, or more where there is room for
/// all of it as it stands, which need not be measured then.
template <resizable_text T>
[[nodiscard]] constexpr std::size_t room_for(json::text const& from, T const& to) {
  if constexpr (!small_code && requires { to.capacity(); })
    if (from.chars.size() <= to.capacity()) return from.chars.size();
  return json::unescaped_size(from);
}
}  // namespace detail

/// A type that a JSON string can be decoded into: `std::string`, `static_string`,
/// `std::string_view`.
template <class T>
concept text_storage =
    std::same_as<T, std::string_view> ||
    (detail::resizable_text<T> && std::convertible_to<T const&, std::string_view>);

/// What `store_text` gives when all went well.
inline constexpr std::size_t text_stored = 0;
/// What it gives when a view would have to show escapes.
inline constexpr std::size_t text_has_escapes = static_cast<std::size_t>(-1);

/// Stores the decoded text, all of it or nothing: `text_stored`, `text_has_escapes`, or the bytes
/// of a text that is too long. `writable` is the address of the text's first character when the
/// document may be written to, else null: a view can show an escaped text only after it was decoded
/// in place.
template <text_storage T>
[[nodiscard]] constexpr std::size_t store_text(json::text const& from, T& to, char* writable) {
  if constexpr (std::same_as<T, std::string_view>) {
    if (!from.escaped) to = from.chars;
    else if (writable != nullptr) to = std::string_view(writable, json::unescape(from, writable));
    else return text_has_escapes;
  } else if constexpr (detail::bounded_text<T>) {
    std::size_t const room = detail::room_for(from, to);
    if (!to.resize(room)) return room;
    std::size_t const size = json::unescape(from, to.data());
    if (!detail::small_code && size != room && !to.resize(size)) return size;
  } else if (from.escaped) {
    to.resize(detail::room_for(from, to));
    to.resize(json::unescape(from, to.data()));
  } else {
    to.assign(from.chars.data(), from.chars.size());
  }
  return text_stored;
}

namespace detail {
/// The same for what is known to have no escapes, to be put where that is known. False, with
/// nothing changed, when it is too long.
template <text_storage T>
[[nodiscard]] MEDUSA_HOT constexpr bool store_plain(std::string_view from, T& to) {
  if constexpr (std::same_as<T, std::string_view>) {
    to = from;
  } else if constexpr (bounded_text<T>) {
    if (!to.resize(from.size())) return false;
    std::char_traits<char>::copy(to.data(), from.data(), from.size());
  } else {
    to.assign(from.data(), from.size());
  }
  return true;
}
}  // namespace detail

}  // namespace medusa::inline v0
