// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"
#include "json_tape.hpp"
#include "metadata_text.hpp"

#include <cjson/cJSON.h>
#include <cmath>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

// medusa/ext/cjson.hpp

namespace medusa::inline v0::ext {

/// Deletes a tree of cJSON with all that is in it.
struct cjson_deleter {
  void operator()(cJSON* tree) const noexcept { cJSON_Delete(tree); }
};
/// A tree of cJSON that is deleted with this.
using cjson_ptr = std::unique_ptr<cJSON, cjson_deleter>;

namespace detail {
/// A tree whose texts are what the document says. cJSON checks neither UTF-8 nor control characters
/// nor numbers, and its texts end at a NUL: no document with an escaped one is let in.
[[nodiscard]] inline result<cjson_ptr, json::error> parse_cjson(std::string_view document) {
  if (auto const error = json::validate(document)) return unexpected(*error);
  for (auto at = document.find('\\'); at != document.npos; at = document.find('\\', at + 2))
    if (document.substr(at, 6) == "\\u0000")
      return unexpected(json::error{errc::malformed_json, at});
  cjson_ptr tree(cJSON_ParseWithLength(document.data(), document.size()));
  if (tree == nullptr) return unexpected(json::error{});
  return tree;
}

/// Reports a value and all in it. Recursive, as `cJSON_Delete` is, as deep as the tape takes.
[[nodiscard]] inline bool report_cjson(cJSON const& item, json_tape& tape) {
  if (cJSON_IsNull(&item)) return tape.null();
  if (cJSON_IsBool(&item)) return tape.boolean(cJSON_IsTrue(&item) != 0);
  if (cJSON_IsNumber(&item)) return tape.number();
  if (cJSON_IsString(&item)) return tape.string(item.valuestring);
  if (!(cJSON_IsObject(&item) ? tape.begin_object() : tape.begin_array())) return false;
  for (cJSON const* each = item.child; each != nullptr; each = each->next)
    if ((cJSON_IsObject(&item) && !tape.name(each->string)) || !report_cjson(*each, tape))
      return false;
  return tape.end();
}

/// Whether the numbers of these siblings, and in them, are finite.
[[nodiscard]] inline bool all_finite(cJSON const* first) noexcept {
  for (; first != nullptr; first = first->next) {
    if (cJSON_IsNumber(first) && !std::isfinite(first->valuedouble)) return false;
    if (!all_finite(first->child)) return false;
  }
  return true;
}
}  // namespace detail

/// A JSON policy over cJSON (1.7): link cjson. Contained: it checks little, so `json::validate`
/// comes first, and it keeps numbers as double, so they are taken from the document. Its limits: an
/// escaped NUL is `malformed_json`, and in some releases a number of more than 63 characters.
struct cjson_reader : json_tape_reader<cjson_reader> {
  static bool read(std::string_view document, json_tape& tape) {
    auto const tree = detail::parse_cjson(document);
    return tree && detail::report_cjson(**tree, tape);
  }
};

/// A user's metadata as the library's value, with all members of a name; it rounds numbers to
/// double. Errors: those of `json::validate`, and `malformed_json` for an escaped NUL, at which the
/// library would cut a text, and for what `cjson_reader` does not take either.
template <class Text>
[[nodiscard]] result<cjson_ptr, json::error> to_cjson(json::basic_raw<Text> const& raw) {
  return detail::parse_cjson(raw.view());
}

/// The library's value as metadata. Errors: see `metadata_text`.
[[nodiscard]] inline metadata_text to_metadata(cJSON const& value) {
  if (!detail::all_finite(value.child)) return unexpected(errc::out_of_range);
  struct release {
    void operator()(char* text) const noexcept { cJSON_free(text); }
  };
  std::unique_ptr<char, release> const text(cJSON_PrintUnformatted(&value));
  if (text == nullptr) return unexpected(errc::invalid_json);
  return to_metadata_text(text.get());
}

}  // namespace medusa::inline v0::ext
