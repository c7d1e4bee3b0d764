// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../../medusa.hpp"
#include "json_value.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

// medusa/testing/fake_medusa/query_string.hpp

namespace medusa::inline v0::testing::fake {

/// Decodes `%XX`; nothing when one is cut or has other digits, or when the result is not UTF-8.
[[nodiscard]] inline std::optional<std::string> percent_decoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      out += text[at];
      continue;
    }
    std::size_t const high =
        at + 2 < text.size() ? digits.find(ascii::lower(text[at + 1])) : digits.npos;
    std::size_t const low =
        at + 2 < text.size() ? digits.find(ascii::lower(text[at + 2])) : digits.npos;
    if (high == digits.npos || low == digits.npos) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    at += 2;
  }
  if (!is_utf8(out)) return std::nullopt;
  return out;
}

namespace detail {
/// The server's Express (4.22) takes this many parameters and ignores the rest; as many elements
/// make a list, beyond it an object.
inline constexpr std::size_t most_parameters = 1000;

/// A `+` is a space; what cannot be decoded stays as it is.
[[nodiscard]] inline std::string query_text(std::string_view text) {
  std::string spaced(text);
  for (char& c : spaced)
    if (c == '+') c = ' ';
  return percent_decoded(spaced).value_or(spaced);
}

/// `name=value` joins what `name` has: a second value makes a list.
inline void join(json_value& root, std::string_view name, json_value value) {
  json_value const* const found = root.find(name);
  if (found == nullptr) return root.set(name, std::move(value));
  json_value list = *found;
  if (list.kind == json::kind::string) list = {.kind = json::kind::array, .values = {*found}};
  if (list.kind == json::kind::array) list.values.push_back(std::move(value));
  else list.set(value.text, {.kind = json::kind::boolean, .boolean = true});
  root.set(name, std::move(list));
}

/// `name[key]=value`, where an index appends to a list and any other key makes an object.
inline void join(json_value& root, std::string_view name, std::string_view key, json_value value) {
  json_value const* const found = root.find(name);
  json_value nested = found != nullptr ? *found : json_value{.kind = json::kind::array};
  if (nested.kind == json::kind::string) nested = {.kind = json::kind::array, .values = {*found}};
  bool const index = key.size() <= 3 && key.find_first_not_of("0123456789") == key.npos;
  if (nested.kind == json::kind::array && index) {
    nested.values.push_back(std::move(value));
  } else {
    json_value object{.kind = json::kind::object};
    if (nested.kind == json::kind::object) object = nested;
    for (std::size_t i = 0; nested.kind == json::kind::array && i < nested.values.size(); ++i)
      object.set(std::to_string(i), nested.values[i]);
    object.set(key, std::move(value));
    nested = std::move(object);
  }
  root.set(name, std::move(nested));
}
}  // namespace detail

/// Reads a query string (without `?`) as the server's parser `qs` does: an object of texts, of
/// lists
/// (`a=1&a=2`, `a[]=1`, `a[0]=1`) and of objects (`a[b]=1`). Brackets inside brackets are not
/// needed here and not told apart from their first. A list of one element is split at its commas,
/// which is the server's own addition.
[[nodiscard]] inline json_value parse_query(std::string_view query) {
  json_value root{.kind = json::kind::object};
  for (std::size_t count = 0; !query.empty() && count < detail::most_parameters; ++count) {
    std::string_view const pair = query.substr(0, query.find('&'));
    query.remove_prefix(pair.size() == query.size() ? pair.size() : pair.size() + 1);
    if (pair.empty()) continue;
    std::size_t const equals = pair.find('=');
    std::string const name = detail::query_text(pair.substr(0, equals));
    auto value = json_value::of(equals == pair.npos ? std::string()
                                                    : detail::query_text(pair.substr(equals + 1)));
    std::string_view const view = name;
    std::size_t const open = view.find('[');
    std::size_t const close = view.find(']', open == view.npos ? 0 : open);
    if (open == view.npos || open == 0 || close == view.npos)
      detail::join(root, view, std::move(value));
    else
      detail::join(root, view.substr(0, open), view.substr(open + 1, close - open - 1),
                   std::move(value));
  }
  for (json_value& each : root.values) {
    if (each.kind != json::kind::array || each.values.size() != 1) continue;
    std::string const whole = each.values[0].text;
    each.values.clear();
    for (std::string_view rest = whole;;) {
      std::size_t const comma = rest.find(',');
      each.values.push_back(json_value::of(rest.substr(0, comma)));
      if (comma == rest.npos) break;
      rest.remove_prefix(comma + 1);
    }
  }
  return root;
}

}  // namespace medusa::inline v0::testing::fake
