// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include <medusa/ext/json_tape.hpp>

namespace medusa::ext {

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
  bool parse_error(std::size_t, std::string const&, nlohmann::json::exception const&) { return false; }
};
}  // namespace detail

/// A JSON policy over nlohmann::json (3.11), which reads without recursion, with or without exceptions.
/// Contained: it ends a document at a NUL and skips a byte order mark. Its limit: a number beyond the
/// range of double (1e309) is `malformed_json`.
struct nlohmann_reader : json_tape_reader<nlohmann_reader> {
  static bool read(std::string_view document, json_tape& tape) {
    detail::nlohmann_events events{tape};
    return nlohmann::json::sax_parse(document.begin(), document.end(), &events);
  }
};

}  // namespace medusa::ext
