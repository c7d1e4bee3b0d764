// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"
#include "json_tape.hpp"
#include "metadata_text.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serializer.hpp>
#include <boost/json/value.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

// medusa/ext/boost_json.hpp

namespace medusa::inline v0::ext {

namespace detail {
/// The library's parse events; its values would keep one of several members of a name. Texts come
/// in parts.
struct boost_json_events {
  static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t max_array_size = max_object_size;
  static constexpr std::size_t max_key_size = max_object_size;
  static constexpr std::size_t max_string_size = max_object_size;
  using code = boost::system::error_code;
  using chars = boost::json::string_view;

  json_tape& tape;
  std::string text{};

  bool on_document_begin(code&) { return true; }
  bool on_document_end(code&) { return true; }
  bool on_null(code& e) { return check(tape.null(), e); }
  bool on_bool(bool yes, code& e) { return check(tape.boolean(yes), e); }
  bool on_number_part(chars, code&) { return true; }
  bool on_int64(std::int64_t, chars, code& e) { return check(tape.number(), e); }
  bool on_uint64(std::uint64_t, chars, code& e) { return check(tape.number(), e); }
  bool on_double(double, chars, code& e) { return check(tape.number(), e); }
  bool on_string_part(chars part, std::size_t, code&) { return add(part); }
  bool on_string(chars part, std::size_t, code& e) {
    return add(part) && check(tape.string(text), e);
  }
  bool on_key_part(chars part, std::size_t, code&) { return add(part); }
  bool on_key(chars part, std::size_t, code& e) { return add(part) && check(tape.name(text), e); }
  bool on_object_begin(code& e) { return check(tape.begin_object(), e); }
  bool on_object_end(std::size_t, code& e) { return check(tape.end(), e); }
  bool on_array_begin(code& e) { return check(tape.begin_array(), e); }
  bool on_array_end(std::size_t, code& e) { return check(tape.end(), e); }
  bool on_comment_part(chars, code&) { return true; }
  bool on_comment(chars, code&) { return true; }

 private:
  bool add(chars part) {
    text.append(part.data(), part.size());
    return true;
  }
  bool check(bool good, code& e) {
    text.clear();
    if (!good) e = boost::json::error::syntax;
    return good;
  }
};

[[nodiscard]] inline boost::json::parse_options boost_json_options() noexcept {
  boost::json::parse_options options;
  options.max_depth = json_tape::max_depth;
  return options;
}

[[nodiscard]] inline bool all_finite(boost::json::value const& value) noexcept {
  if (auto const* const number = value.if_double()) return std::isfinite(*number);
  if (auto const* const array = value.if_array()) {
    for (auto const& each : *array)
      if (!all_finite(each)) return false;
  } else if (auto const* const object = value.if_object()) {
    for (auto const& each : *object)
      if (!all_finite(each.value())) return false;
  }
  return true;
}
}  // namespace detail

/// A JSON policy over Boost.JSON (1.81): link boost_json. Without exceptions the program must
/// define `boost::throw_exception`, which is never called from here. Contained: its default limit
/// of 32 levels.
struct boost_json_reader : json_tape_reader<boost_json_reader> {
  static bool read(std::string_view document, json_tape& tape) {
    using events = detail::boost_json_events;
    boost::json::basic_parser<events> parser(detail::boost_json_options(), events{tape});
    boost::system::error_code error;
    parser.write_some(false, document.data(), document.size(), error);
    return !error;
  }
};

/// A user's metadata as the library's value; of several members of a name it keeps the last.
/// Errors: those of `json::validate`, and `malformed_json` for an exponent beyond the range of int.
template <class Text>
[[nodiscard]] result<boost::json::value, json::error> to_boost_json(
    json::basic_raw<Text> const& raw) {
  std::string_view const text = raw.view();
  if (auto const error = json::validate(text)) return unexpected(*error);
  boost::system::error_code error;
  auto value =
      boost::json::parse({text.data(), text.size()}, error, {}, detail::boost_json_options());
  if (error) return unexpected(json::error{});
  return result<boost::json::value, json::error>(std::in_place, std::move(value));
}

/// The library's value as metadata. Errors: see `metadata_text`.
[[nodiscard]] inline metadata_text to_metadata(boost::json::value const& value) {
  if (!detail::all_finite(value)) return unexpected(errc::out_of_range);
  boost::json::serializer serializer;  // serialize() gives a std::string of the library's runtime
  serializer.reset(&value);
  std::string text;
  for (char chunk[256]; !serializer.done();) {
    auto const part = serializer.read(chunk, sizeof chunk);
    text.append(part.data(), part.size());
  }
  return to_metadata_text(std::move(text));
}

}  // namespace medusa::inline v0::ext
