// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <medusa/core/errc.hpp>
#include <medusa/core/result.hpp>
#include <medusa/core/unexpected.hpp>
#include <medusa/ext/metadata_text.hpp>
#include <medusa/json/error.hpp>
#include <medusa/json/raw.hpp>
#include <medusa/json/validate.hpp>

// Apart from rapidjson.hpp: the document.h of RapidJSON 1.1 does not compile with clang 19.
namespace medusa::inline v0::ext {

/// A user's metadata as the library's value, with all members of a name. Errors: those of
/// `json::validate`, and `malformed_json` for a number beyond the range of double.
template <class Text>
[[nodiscard]] result<rapidjson::Document, json::error> to_rapidjson(
    json::basic_raw<Text> const& raw) {
  std::string_view const text = raw.view();
  if (auto const error = json::validate(text)) return unexpected(*error);
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  rapidjson::Document value;
  value.Parse<flags>(text.data(), text.size());
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

}  // namespace medusa::inline v0::ext
