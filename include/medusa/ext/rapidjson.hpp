// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <medusa/ext/json_tape.hpp>

namespace medusa::inline v0::ext {

namespace detail {
/// The library's parse events. All forms of number come to `Default`.
struct rapidjson_events : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, rapidjson_events> {
  using size = rapidjson::SizeType;

  explicit rapidjson_events(json_tape& t) noexcept : tape(t) {}

  bool Default() { return tape.number(); }
  bool Null() { return tape.null(); }
  bool Bool(bool yes) { return tape.boolean(yes); }
  bool String(char const* decoded, size length, bool) { return tape.string({decoded, length}); }
  bool StartObject() { return tape.begin_object(); }
  bool Key(char const* decoded, size length, bool) { return tape.name({decoded, length}); }
  bool EndObject(size) { return tape.end(); }
  bool StartArray() { return tape.begin_array(); }
  bool EndArray(size) { return tape.end(); }

  json_tape& tape;
};
}  // namespace detail

/// A JSON policy over RapidJSON (1.1), with or without exceptions. Contained: its usual parser
/// overflows the stack on deep nesting (the iterative one is taken), it checks UTF-8 only when told
/// to, ends a document at a NUL, and lets a low surrogate stand alone. Its limit: a number beyond
/// the range of double (1e309) is `malformed_json`.
struct rapidjson_reader : json_tape_reader<rapidjson_reader> {
  static bool read(std::string_view document, json_tape& tape) {
    constexpr unsigned flags =
        rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
    rapidjson::MemoryStream stream(document.data(), document.size());
    detail::rapidjson_events events(tape);
    return !rapidjson::Reader().Parse<flags>(stream, events).IsError();
  }
};

}  // namespace medusa::inline v0::ext
