// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <cstddef>
#include <string_view>

#include <medusa/core/encode_error.hpp>
#include <medusa/core/secret.hpp>
#include <medusa/core/static_string.hpp>
#include <medusa/ext/text_of.hpp>
#include <medusa/model/failure.hpp>
#include <medusa/model/field.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/model/open_enum.hpp>
#include <medusa/model/role.hpp>
#include <medusa/model/timestamp.hpp>

// What doctest shows of our types when a check fails. To be included wherever they are checked, or a
// program has two opinions of how they look.

namespace medusa::detail {
[[nodiscard]] inline doctest::String doctest_text(std::string_view text) {
  return {text.data(), static_cast<unsigned>(text.size())};
}
}  // namespace medusa::detail

// By overloads, since doctest asks no StringMaker for an enumeration.
namespace medusa {
inline doctest::String toString(errc code) { return detail::doctest_text(ext::text_of(code)); }
inline doctest::String toString(stage s) { return detail::doctest_text(ext::text_of(s)); }
namespace admin {
inline doctest::String toString(role r) { return medusa::detail::doctest_text(ext::text_of(r)); }
}  // namespace admin
}  // namespace medusa

namespace doctest {

template <>
struct StringMaker<medusa::timestamp> {
  static String convert(medusa::timestamp const& t) { return t ? medusa::detail::doctest_text(t.text()) : "(no date)"; }
};
template <>
struct StringMaker<medusa::encode_error> {
  static String convert(medusa::encode_error const& e) {
    return medusa::detail::doctest_text(medusa::ext::text_of(medusa::failure<medusa::hosted>(e)));
  }
};
template <medusa::storage S, class TransportError>
struct StringMaker<medusa::failure<S, TransportError>> {
  static String convert(medusa::failure<S, TransportError> const& f) {
    return medusa::detail::doctest_text(medusa::ext::text_of(f));
  }
};
template <class Enum, class Text>
struct StringMaker<medusa::open_enum<Enum, Text>> {
  static String convert(medusa::open_enum<Enum, Text> const& value) { return medusa::detail::doctest_text(value.text()); }
};
template <std::size_t N>
struct StringMaker<medusa::static_string<N>> {
  static String convert(medusa::static_string<N> const& text) { return medusa::detail::doctest_text(text); }
};
template <class Text>
struct StringMaker<medusa::basic_secret<Text>> {
  static String convert(medusa::basic_secret<Text> const&) { return "(secret)"; }
};
template <class T>
struct StringMaker<medusa::field<T>> {
  static String convert(medusa::field<T> const& field) {
    if (field.has_value()) return toString(*field);
    return field.is_null() ? "(null)" : field.is_absent() ? "(absent)" : "(invalid)";
  }
};

}  // namespace doctest
