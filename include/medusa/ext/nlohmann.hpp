// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include <medusa/core/errc.hpp>
#include <medusa/core/result.hpp>
#include <medusa/core/unexpected.hpp>
#include <medusa/core/utf8.hpp>
#include <medusa/ext/json_tape.hpp>
#include <medusa/ext/metadata_text.hpp>
#include <medusa/json/error.hpp>
#include <medusa/json/raw.hpp>
#include <medusa/json/validate.hpp>

namespace medusa::inline v0::ext {

namespace detail {
/// The library's parse events; its document type would keep one of several members of a name.
struct nlohmann_events {
  json_tape& tape;

  bool null() { return tape.null(); }
  bool boolean(bool yes) { return tape.boolean(yes); }
  bool number_integer(nlohmann::json::number_integer_t) { return tape.number(); }
  bool number_unsigned(nlohmann::json::number_unsigned_t) { return tape.number(); }
  bool number_float(nlohmann::json::number_float_t, std::string const&) { return tape.number(); }
  bool string(std::string const& decoded) { return tape.string(decoded); }
  bool binary(nlohmann::json::binary_t const&) { return false; }
  bool start_object(std::size_t) { return tape.begin_object(); }
  bool key(std::string const& decoded) { return tape.name(decoded); }
  bool end_object() { return tape.end(); }
  bool start_array(std::size_t) { return tape.begin_array(); }
  bool end_array() { return tape.end(); }
  bool parse_error(std::size_t, std::string const&, nlohmann::json::exception const&) {
    return false;
  }
};
}  // namespace detail

/// A JSON policy over nlohmann::json (3.11), which reads without recursion, with or without
/// exceptions. Contained: it ends a document at a NUL and skips a byte order mark. Its limit: a
/// number beyond the range of double (1e309) is `malformed_json`.
struct nlohmann_reader : json_tape_reader<nlohmann_reader> {
  static bool read(std::string_view document, json_tape& tape) {
    detail::nlohmann_events events{tape};
    return nlohmann::json::sax_parse(document.begin(), document.end(), &events);
  }
};

/// A user's metadata as the library's value; of several members of a name it keeps the last.
/// Errors: those of `json::validate`, and `malformed_json` for a number beyond the range of double.
template <class Text>
[[nodiscard]] result<nlohmann::json, json::error> to_nlohmann(json::basic_raw<Text> const& raw) {
  std::string_view const text = raw.view();
  if (auto const error = json::validate(text)) return unexpected(*error);
  auto value = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
  if (value.is_discarded()) return unexpected(json::error{});
  return result<nlohmann::json, json::error>(std::in_place, std::move(value));
}

/// The library's value as metadata. Errors: see `metadata_text`.
[[nodiscard]] inline metadata_text to_metadata(nlohmann::json const& value) {
  auto const flat = value.flatten();
  for (auto const& [path, leaf] : flat.items()) {  // what dump() would throw at, or make null
    if (!is_utf8(path)) return unexpected(errc::invalid_utf8);
    if (leaf.is_string() && !is_utf8(*leaf.template get_ptr<std::string const*>()))
      return unexpected(errc::invalid_utf8);
    if (leaf.is_number_float() && !std::isfinite(*leaf.template get_ptr<double const*>()))
      return unexpected(errc::out_of_range);
  }
  return to_metadata_text(value.dump());
}

}  // namespace medusa::inline v0::ext
