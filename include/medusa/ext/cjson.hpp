// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string_view>

#include <cjson/cJSON.h>

#include <medusa/ext/json_tape.hpp>
#include <medusa/json/validate.hpp>

namespace medusa::ext {

struct cjson_deleter {
  void operator()(cJSON* tree) const noexcept { cJSON_Delete(tree); }
};
/// A tree of cJSON that is deleted with this.
using cjson_ptr = std::unique_ptr<cJSON, cjson_deleter>;

namespace detail {
/// A tree whose texts are what the document says, or null. cJSON checks neither UTF-8 nor control
/// characters nor numbers, and its texts end at a NUL: no text with an escaped one is let in.
[[nodiscard]] inline cjson_ptr parse_cjson(std::string_view document) {
  if (json::validate(document)) return nullptr;
  for (auto at = document.find('\\'); at != document.npos; at = document.find('\\', at + 2))
    if (document.substr(at, 6) == "\\u0000") return nullptr;
  return cjson_ptr(cJSON_ParseWithLength(document.data(), document.size()));
}

/// Reports a value and all in it. Recursive, as `cJSON_Delete` is, as deep as the tape takes.
[[nodiscard]] inline bool report_cjson(cJSON const& item, json_tape& tape) {
  if (cJSON_IsNull(&item)) return tape.null();
  if (cJSON_IsBool(&item)) return tape.boolean(cJSON_IsTrue(&item) != 0);
  if (cJSON_IsNumber(&item)) return tape.number();
  if (cJSON_IsString(&item)) return tape.string(item.valuestring);
  if (!(cJSON_IsObject(&item) ? tape.begin_object() : tape.begin_array())) return false;
  for (cJSON const* each = item.child; each != nullptr; each = each->next)
    if ((cJSON_IsObject(&item) && !tape.name(each->string)) || !report_cjson(*each, tape)) return false;
  return tape.end();
}
}  // namespace detail

/// A JSON policy over cJSON (1.7): link cjson. Contained: it checks little, so `json::validate` comes
/// first, and it keeps numbers as double, so they are taken from the document. Its limits: an escaped NUL
/// and a number of more than 63 characters are `malformed_json`.
struct cjson_reader : json_tape_reader<cjson_reader> {
  static bool read(std::string_view document, json_tape& tape) {
    cjson_ptr const tree = detail::parse_cjson(document);
    return tree != nullptr && detail::report_cjson(*tree, tape);
  }
};

}  // namespace medusa::ext
