// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"
#include "json_tape.hpp"
#include "metadata_text.hpp"

#include <simdjson.h>
#include <string>
#include <string_view>
#include <utility>

// medusa/ext/simdjson.hpp

namespace medusa::inline v0::ext {

namespace detail {
/// Reports a value, or the document itself, and all in it. Recursive, as deep as the tape takes.
template <class Value>
[[nodiscard]] bool report_simdjson(Value& value, json_tape& tape) {
  using simdjson::ondemand::json_type;
  json_type type{};
  if (value.type().get(type)) return false;
  switch (type) {
    case json_type::null: {
      bool null = false;
      return !simdjson::simdjson_result<bool>(value.is_null()).get(null) && null && tape.null();
    }
    case json_type::boolean: {
      bool yes = false;
      return !value.get_bool().get(yes) && tape.boolean(yes);
    }
    case json_type::number: return tape.number();
    case json_type::string: {
      std::string_view decoded;
      return !value.get_string().get(decoded) && tape.string(decoded);
    }
    case json_type::array: {
      simdjson::ondemand::array array;
      if (!tape.begin_array() || value.get_array().get(array)) return false;
      for (auto each : array) {
        simdjson::ondemand::value element;
        if (std::move(each).get(element) || !report_simdjson(element, tape)) return false;
      }
      return tape.end();
    }
    case json_type::object: {
      simdjson::ondemand::object object;
      if (!tape.begin_object() || value.get_object().get(object)) return false;
      for (auto each : object) {
        simdjson::ondemand::field field;
        std::string_view name;
        if (std::move(each).get(field) || field.unescaped_key().get(name) || !tape.name(name))
          return false;
        if (!report_simdjson(field.value(), tape)) return false;
      }
      return tape.end();
    }
  }
  return false;
}
}  // namespace detail

/// A JSON policy over simdjson's On-Demand interface (3.0): link simdjson. The document is copied,
/// since the library reads past its end. Contained: it checks only what is asked for, so all is
/// asked for, and the tape checks the numbers.
struct simdjson_reader : json_tape_reader<simdjson_reader> {
  static bool read(std::string_view document, json_tape& tape) {
    simdjson::padded_string const padded(document);
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document root;
    return !parser.iterate(padded).get(root) && detail::report_simdjson(root, tape);
  }
};

/// A user's metadata as the library's value, with all members of a name; it lives in `parser`,
/// until that parses again. Errors: those of `json::validate`, and `malformed_json` for what the
/// library does not take: a number beyond the range of double, or an integer beyond 64 bits.
template <class Text>
[[nodiscard]] result<simdjson::dom::element, json::error> to_simdjson(
    json::basic_raw<Text> const& raw, simdjson::dom::parser& parser) {
  std::string_view const text = raw.view();
  if (auto const error = json::validate(text)) return unexpected(*error);
  simdjson::dom::element value;
  if (parser.parse(text.data(), text.size()).get(value)) return unexpected(json::error{});
  return value;
}

/// The library's value as metadata. Errors: see `metadata_text`.
[[nodiscard]] inline metadata_text to_metadata(simdjson::dom::element value) {
  return to_metadata_text(simdjson::minify(value));
}

}  // namespace medusa::inline v0::ext
