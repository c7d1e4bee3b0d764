// SPDX-License-Identifier: MIT
// What Boost.JSON tells of a document, by boost::json::value.
#include <cstddef>
#include <string_view>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "reading.hpp"

namespace differential {
namespace {

void tell(boost::json::value const& v, reading& out) {
  using enum event::kind;
  switch (v.kind()) {
    case boost::json::kind::null: return out.add(null);
    case boost::json::kind::bool_: return out.add(v.get_bool() ? yes : no);
    case boost::json::kind::int64: return out.add(number, {}, v.get_int64());
    case boost::json::kind::uint64: return out.add(number, {}, v.get_uint64());
    case boost::json::kind::double_: return out.add(number, {}, v.get_double());
    case boost::json::kind::string:
      return out.add(string, {v.get_string().data(), v.get_string().size()});
    case boost::json::kind::array:
      out.add(begin_array);
      for (auto const& each : v.get_array()) tell(each, out);
      return out.add(end_array);
    case boost::json::kind::object:
      out.add(begin_object);
      for (auto const& each : v.get_object()) {
        out.add(name, {each.key().data(), each.key().size()});
        tell(each.value(), out);
      }
      return out.add(end_object);
  }
}

reading read(std::string_view document, boost::json::parse_options const& options) {
  reading out;
  boost::system::error_code error;
  auto const root = boost::json::parse({document.data(), document.size()}, error, {}, options);
  out.accepted = !error;
  out.too_deep = error == boost::json::error::too_deep;
  if (out.accepted) tell(root, out);
  else out.why = error.message();
  return out;
}

}  // namespace

reading read_boost_json(std::string_view document) { return read(document, {}); }

reading read_deep_boost_json(std::string_view document) {
  boost::json::parse_options options;
  options.max_depth = usual_depth;
  return read(document, options);
}

}  // namespace differential
