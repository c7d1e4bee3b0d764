// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <medusa/core/sink.hpp>
#include <medusa/json/kind.hpp>
#include <medusa/json/scanner.hpp>
#include <medusa/json/text.hpp>
#include <medusa/json/unescape.hpp>
#include <medusa/json/writer.hpp>
#include <medusa/testing/fake_medusa/javascript_number.hpp>

namespace medusa::inline v0::testing::fake {

/// A JSON value as JavaScript holds it: of a member that comes twice the last value counts, names
/// that are array indices come first, in their order, the others as they were inserted.
struct json_value {
  json::kind kind = json::kind::null;
  bool boolean = false;
  std::string text{};                ///< of a string; a number, as JavaScript writes it
  std::vector<std::string> names{};  ///< of an object's members
  std::vector<json_value> values{};  ///< members or elements

  [[nodiscard]] static json_value of(std::string_view chars) {
    return {.kind = json::kind::string, .text = std::string(chars)};
  }
  [[nodiscard]] static json_value of(double number) {
    std::string digits = javascript_number(number);
    if (digits == "null") return {};
    return {.kind = json::kind::number, .text = std::move(digits)};
  }

  [[nodiscard]] double number() const { return to_number(text).value_or(0); }

  [[nodiscard]] json_value const* find(std::string_view name) const {
    for (std::size_t i = 0; i < names.size(); ++i)
      if (names[i] == name) return &values[i];
    return nullptr;
  }

  void set(std::string_view name, json_value value) {
    auto at = std::find(names.begin(), names.end(), name);
    if (at != names.end()) {
      values[static_cast<std::size_t>(at - names.begin())] = std::move(value);
      return;
    }
    if (is_index(name))
      at = std::find_if(names.begin(), names.end(), [&](std::string_view other) {
        return !is_index(other) || std::pair(name.size(), name) < std::pair(other.size(), other);
      });
    values.insert(values.begin() + (at - names.begin()), std::move(value));
    names.insert(at, std::string(name));
  }

  void erase(std::string_view name) {
    auto const at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) return;
    values.erase(values.begin() + (at - names.begin()));
    names.erase(at);
  }

  friend bool operator==(json_value const&, json_value const&) = default;

 private:
  [[nodiscard]] static bool is_index(std::string_view name) {
    if (name.empty() || name.size() > 9 || (name[0] == '0' && name.size() > 1)) return false;
    return name.find_first_not_of("0123456789") == name.npos;
  }
};

/// The decoded characters of a JSON string.
[[nodiscard]] inline std::string unescaped(json::text from) {
  std::string out(json::unescaped_size(from), '\0');
  json::unescape(from, out.data());
  return out;
}

/// Copies what `from` reads, with all that is in it.
[[nodiscard]] inline json_value read_json(json::scanner::value& from) {
  json_value out{.kind = from.kind()};
  switch (from.kind()) {
    case json::kind::null: break;
    case json::kind::boolean: out.boolean = from.boolean(); break;
    case json::kind::number: return json_value::of(to_number(from.raw()).value_or(0));
    case json::kind::string: out.text = unescaped(from.string()); break;
    case json::kind::array:
      static_cast<void>(from.for_each_element([&](json::scanner::value& each) {
        out.values.push_back(read_json(each));
        return true;
      }));
      break;
    case json::kind::object:
      static_cast<void>(from.for_each_member([&](json::text name, json::scanner::value& each) {
        out.set(unescaped(name), read_json(each));
        return true;
      }));
      break;
  }
  return out;
}

/// Nothing for what is no JSON. Stricter than the server, whose parser takes half a surrogate pair
/// and any depth.
[[nodiscard]] inline std::optional<json_value> parse_json(std::string_view document) {
  std::optional<json_value> out;
  if (json::scanner::visit(document, [&](json::scanner::value& root) { out = read_json(root); }))
    return std::nullopt;
  return out;
}

/// Appends what `JSON.stringify` gives. Texts must be UTF-8.
inline void append_json(std::string& out, std::string_view chars) {
  sink measure(nullptr, 0);
  static_cast<void>(json::writer(measure).string(chars));
  std::size_t const at = out.size();
  out.resize(at + measure.size());
  sink write(out.data() + at, measure.size());
  static_cast<void>(json::writer(write).string(chars));
}
inline void append_json(std::string& out, json_value const& value) {
  switch (value.kind) {
    case json::kind::null: out += "null"; return;
    case json::kind::boolean: out += value.boolean ? "true" : "false"; return;
    case json::kind::number: out += value.text; return;
    case json::kind::string: append_json(out, std::string_view(value.text)); return;
    case json::kind::array:
    case json::kind::object: break;
  }
  bool const object = value.kind == json::kind::object;
  out += object ? '{' : '[';
  for (std::size_t i = 0; i < value.values.size(); ++i) {
    if (i != 0) out += ',';
    if (object) {
      append_json(out, std::string_view(value.names[i]));
      out += ':';
    }
    append_json(out, value.values[i]);
  }
  out += object ? '}' : ']';
}

/// The value after a stay in a `jsonb` column of PostgreSQL, which orders the names of every object
/// by length, then by bytes.
[[nodiscard]] inline json_value stored_as_jsonb(json_value const& value) {
  json_value out = value;
  for (json_value& each : out.values) each = stored_as_jsonb(each);
  if (value.kind != json::kind::object) return out;
  std::vector<std::size_t> order(value.names.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(value.names[a].size(), std::string_view(value.names[a])) <
           std::pair(value.names[b].size(), std::string_view(value.names[b]));
  });
  json_value sorted{.kind = json::kind::object};
  for (std::size_t const i : order) sorted.set(value.names[i], std::move(out.values[i]));
  return sorted;
}

/// Whether a NUL is in any text or name: PostgreSQL stores none.
[[nodiscard]] inline bool holds_nul(json_value const& value) {
  if (value.text.find('\0') != std::string::npos) return true;
  for (std::string const& name : value.names)
    if (name.find('\0') != std::string::npos) return true;
  return std::any_of(value.values.begin(), value.values.end(), holds_nul);
}

}  // namespace medusa::inline v0::testing::fake
