// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <rapidjson/document.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <medusa/core/errc.hpp>
#include <medusa/core/result.hpp>
#include <medusa/core/unexpected.hpp>
#include <medusa/ext/json_tape.hpp>
#include <medusa/ext/metadata_text.hpp>
#include <medusa/json/error.hpp>
#include <medusa/json/raw.hpp>
#include <medusa/json/validate.hpp>

namespace medusa::ext {

namespace detail {
inline constexpr unsigned rapidjson_flags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;

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
    rapidjson::MemoryStream stream(document.data(), document.size());
    detail::rapidjson_events events(tape);
    return !rapidjson::Reader().Parse<detail::rapidjson_flags>(stream, events).IsError();
  }
};

/// A user's metadata as the library's value, with all members of a name. Errors: those of
/// `json::validate`, and `malformed_json` for a number beyond the range of double.
template <class Text>
[[nodiscard]] result<rapidjson::Document, json::error> to_rapidjson(
    json::basic_raw<Text> const& raw) {
  std::string_view const text = raw.view();
  if (auto const error = json::validate(text)) return unexpected(*error);
  rapidjson::Document value;
  value.Parse<detail::rapidjson_flags>(text.data(), text.size());
  if (value.HasParseError()) return unexpected(json::error{});
  return result<rapidjson::Document, json::error>(std::in_place, std::move(value));
}

/// The library's value as metadata. Errors: see `metadata_text`.
[[nodiscard]] inline metadata_text to_metadata(rapidjson::Value const& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  if (!value.Accept(writer)) return unexpected(errc::out_of_range);
  return to_metadata_text(std::string(buffer.GetString(), buffer.GetSize()));
}

}  // namespace medusa::ext
