// SPDX-License-Identifier: MIT
// What json::scanner tells of a document. A value can be asked for once, so numbers are read twice:
// as they are spelled, and as integers.
#include <medusa/json/scanner.hpp>

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <medusa/json/unescape.hpp>

#include "reading.hpp"

namespace differential {
namespace {

namespace json = medusa::json;

std::string decoded(json::text t) {
  std::string chars(json::unescaped_size(t), '\0');
  json::unescape(t, chars.data());
  return chars;
}

void tell(auto& v, reading& out) {
  using enum event::kind;
  switch (v.kind()) {
    case json::kind::null: return out.add(null);
    case json::kind::boolean: return out.add(v.boolean() ? yes : no);
    case json::kind::number: {
      std::size_t const offset = v.offset();
      out.add(number, v.raw());
      out.events.back().offset = offset;
      return;
    }
    case json::kind::string: return out.add(string, decoded(v.string()));
    case json::kind::array:
      out.add(begin_array);
      static_cast<void>(v.for_each_element([&](auto& each) { return tell(each, out), true; }));
      return out.add(end_array);
    case json::kind::object:
      out.add(begin_object);
      static_cast<void>(v.for_each_member([&](json::text key, auto& each) {
        out.add(name, decoded(key));
        return tell(each, out), true;
      }));
      return out.add(end_object);
  }
}

/// Gives the numbers that were told their integers, in order.
void count(auto& v, reading& out, std::size_t& at) {
  switch (v.kind()) {
    case json::kind::number:
      while (out.events[at].is != event::kind::number) ++at;
      if (auto const n = v.integer()) out.events[at].value = *n;
      ++at;
      break;
    case json::kind::array:
      static_cast<void>(v.for_each_element([&](auto& each) { return count(each, out, at), true; }));
      break;
    case json::kind::object:
      static_cast<void>(
          v.for_each_member([&](json::text, auto& each) { return count(each, out, at), true; }));
      break;
    default: break;
  }
}

/// The scanner may be asked for everything, or for nothing, which it checks by another way.
void same(std::optional<json::error> const& a, std::optional<json::error> const& b) {
  if (a.has_value() != b.has_value() || (a && (a->code != b->code || a->offset != b->offset)))
    throw std::logic_error("json::scanner contradicts itself");
}

template <class Scanner>
reading read(std::string_view document) {
  reading out;
  auto const error = Scanner::visit(document, [&](auto& root) { tell(root, out); });
  same(error, Scanner::visit(document, [](auto&) {}));
  out.accepted = !error;
  if (error) {
    out.why = std::string(to_string(error->code)) + " at " + std::to_string(error->offset);
    out.offset = error->offset;
    out.too_deep = error->code == medusa::errc::too_deep;
    out.events.clear();
    return out;
  }
  std::size_t at = 0;
  same(error, Scanner::visit(document, [&](auto& root) { count(root, out, at); }));
  return out;
}

}  // namespace

reading read_scanner(std::string_view document) { return read<json::scanner>(document); }
reading read_deep_scanner(std::string_view document) {
  return read<json::basic_scanner<greater_depth>>(document);
}
static_assert(json::scanner::max_depth == usual_depth);

}  // namespace differential
