// SPDX-License-Identifier: MIT
// What simdjson tells of a document, by its DOM.
#include <cstdint>
#include <string>
#include <string_view>

#include <simdjson.h>

#include "reading.hpp"

namespace differential {
namespace {

namespace dom = simdjson::dom;

void tell(dom::element v, reading& out) {
  using enum event::kind;
  switch (v.type()) {
    case dom::element_type::NULL_VALUE: return out.add(null);
    case dom::element_type::BOOL: return out.add(v.get_bool().value_unsafe() ? yes : no);
    case dom::element_type::INT64: return out.add(number, {}, v.get_int64().value_unsafe());
    case dom::element_type::UINT64: return out.add(number, {}, v.get_uint64().value_unsafe());
    case dom::element_type::DOUBLE: return out.add(number, {}, v.get_double().value_unsafe());
    case dom::element_type::STRING: return out.add(string, v.get_string().value_unsafe());
    case dom::element_type::ARRAY: {
      dom::array const array = v.get_array().value_unsafe();
      out.add(begin_array);
      for (dom::element const each : array) tell(each, out);
      return out.add(end_array);
    }
    case dom::element_type::OBJECT: {
      dom::object const object = v.get_object().value_unsafe();
      out.add(begin_object);
      for (auto const each : object) {
        out.add(name, each.key);
        tell(each.value, out);
      }
      return out.add(end_object);
    }
  }
}

}  // namespace

reading read_simdjson(std::string_view document) {
  static dom::parser parser;
  reading out;
  dom::element root;
  auto const error = parser.parse(document.data(), document.size()).get(root);
  out.accepted = !error;
  out.too_deep = error == simdjson::DEPTH_ERROR;
  if (out.accepted) tell(root, out);
  else out.why = simdjson::error_message(error);
  return out;
}

std::string simdjson_implementation() { return simdjson::get_active_implementation()->name(); }

}  // namespace differential
