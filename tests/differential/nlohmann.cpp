// SPDX-License-Identifier: MIT
// What nlohmann/json tells of a document, by nlohmann::ordered_json: nlohmann::json sorts the
// members.
#include <cstdint>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "reading.hpp"

namespace differential {
namespace {

using value = nlohmann::ordered_json;

void tell(value const& v, reading& out) {
  using enum event::kind;
  switch (v.type()) {
    case value::value_t::null: return out.add(null);
    case value::value_t::boolean: return out.add(v.get<bool>() ? yes : no);
    // It says "unsigned" of every whole number without a sign.
    case value::value_t::number_unsigned: {
      auto const n = v.get<std::uint64_t>();
      if (n > static_cast<std::uint64_t>(INT64_MAX)) return out.add(number, {}, n);
      return out.add(number, {}, static_cast<std::int64_t>(n));
    }
    case value::value_t::number_integer: return out.add(number, {}, v.get<std::int64_t>());
    case value::value_t::number_float: return out.add(number, {}, v.get<double>());
    case value::value_t::string: return out.add(string, *v.get_ptr<std::string const*>());
    case value::value_t::array:
      out.add(begin_array);
      for (auto const& each : v) tell(each, out);
      return out.add(end_array);
    case value::value_t::object:
      out.add(begin_object);
      for (auto const& [key, each] : v.items()) {
        out.add(name, key);
        tell(each, out);
      }
      return out.add(end_object);
    case value::value_t::binary:
    case value::value_t::discarded: out.why = "no value of JSON"; return;
  }
}

}  // namespace

reading read_nlohmann(std::string_view document) {
  reading out;
  auto const root = value::parse(document.begin(), document.end(), nullptr, false);
  out.accepted = !root.is_discarded();
  if (out.accepted) tell(root, out);
  else out.why = "discarded";
  return out;
}

}  // namespace differential
