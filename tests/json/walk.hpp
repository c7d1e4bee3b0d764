// SPDX-License-Identifier: MIT
#pragma once

#include <medusa/json/kind.hpp>
#include <medusa/json/text.hpp>

namespace json_walk {

/// Asks for all that is in a JSON value: `look.value(v)` sees each value before its content is
/// asked for, `look.text(t)` each text, names of members included.
template <class Value, class Look>
constexpr void walk(Value& v, Look const& look) {
  namespace json = medusa::json;
  look.value(v);
  switch (v.kind()) {
    case json::kind::null: break;
    case json::kind::boolean: static_cast<void>(v.boolean()); break;
    case json::kind::number: static_cast<void>(v.integer()); break;
    case json::kind::string: look.text(v.string()); break;
    case json::kind::array:
      static_cast<void>(v.for_each_element([&look](auto& each) { return walk(each, look), true; }));
      break;
    case json::kind::object:
      static_cast<void>(v.for_each_member([&look](json::text const& name, auto& each) {
        look.text(name);
        return walk(each, look), true;
      }));
      break;
  }
}

}  // namespace json_walk
