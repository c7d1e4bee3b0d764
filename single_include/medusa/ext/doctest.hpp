// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"
#include "text_of.hpp"

#include <cstddef>
#include <doctest/doctest.h>
#include <string_view>

// medusa/ext/doctest.hpp

// What doctest shows of our types when a check fails, by overloads that it finds beside them (for
// an enumeration it asks no StringMaker). To be included wherever they are checked, or a program
// has two opinions of how they look.
namespace medusa::inline v0 {

namespace detail {
[[nodiscard]] inline doctest::String doctest_text(std::string_view text) {
  return {text.data(), static_cast<unsigned>(text.size())};
}
}  // namespace detail

inline doctest::String toString(errc code) { return detail::doctest_text(ext::text_of(code)); }
inline doctest::String toString(stage s) { return detail::doctest_text(ext::text_of(s)); }
inline doctest::String toString(timestamp const& t) {
  return t ? detail::doctest_text(t.text()) : "(no date)";
}
template <storage S, class TransportError>
doctest::String toString(failure<S, TransportError> const& f) {
  return detail::doctest_text(ext::text_of(f));
}
inline doctest::String toString(encode_error const& e) { return toString(failure<hosted>(e)); }
template <class Enum, class Text>
doctest::String toString(open_enum<Enum, Text> const& value) {
  return detail::doctest_text(value.text());
}
template <std::size_t N>
doctest::String toString(static_string<N> const& text) {
  return detail::doctest_text(text);
}
template <class Text>
doctest::String toString(basic_secret<Text> const&) {
  return "(secret)";
}

/// What doctest shows of a field: its value, or why there is none.
template <class T>
doctest::String toString(field<T> const& f) {
  using doctest::toString;
  if (f.has_value()) return toString(*f);
  return f.is_null() ? "(null)" : f.is_absent() ? "(absent)" : "(invalid)";
}

namespace admin {
/// What doctest shows of a role: its text on the wire.
inline doctest::String toString(role r) { return medusa::detail::doctest_text(ext::text_of(r)); }
}  // namespace admin

}  // namespace medusa::inline v0
