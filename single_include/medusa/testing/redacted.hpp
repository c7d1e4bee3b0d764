// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../http/secret_name.hpp"
#include "../medusa.hpp"

#include <cstddef>
#include <string_view>

// medusa/testing/redacted.hpp

namespace medusa::inline v0::testing {

/// What stands in a recording in place of a secret. It can be sent as a password, a token and the
/// value of a cookie, so a login that is replayed leaves it in the client. What a step expects may
/// hold it as well: it matches any text there, so that a test need not repeat a secret.
using medusa::redacted;

namespace detail {

/// Bytes of the JSON value at the front of `json`: up to the comma or bracket that ends it.
[[nodiscard]] constexpr std::size_t json_value_size(std::string_view json) noexcept {
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    char const c = json[i];
    if (quoted) {
      if (c == '\\') ++i;
      else quoted = c != '"';
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == ',' || c == '}' || c == ']') {
      if (depth == 0) return i;
      if (c != ',') --depth;
    }
  }
  return json.size();
}

/// Whether `got` is `wanted` but for what stands where `wanted` has `mark`: there `size(rest,
/// before)` says how many bytes of `got` it is, given the rest of `got` and what came before in
/// `wanted`.
template <class Size>
[[nodiscard]] constexpr bool matches(std::string_view wanted, std::string_view got,
                                     std::string_view mark, Size size) noexcept {
  if (wanted == got) return true;
  std::string_view const all = wanted;
  for (;;) {
    std::size_t const at = wanted.find(mark);
    if (at == std::string_view::npos) return wanted == got;
    if (slice(got, 0, at) != slice(wanted, 0, at)) return false;
    got.remove_prefix(at);
    wanted.remove_prefix(at);
    got.remove_prefix(size(got, slice(all, 0, all.size() - wanted.size())));
    wanted.remove_prefix(mark.size());
  }
}

}  // namespace detail

/// Whether a body is the expected one, in which `"REDACTED"` stands for any JSON value, and a body
/// that is nothing but REDACTED for any body. O(body).
[[nodiscard]] constexpr bool body_matches(std::string_view wanted, std::string_view got) noexcept {
  if (wanted == redacted) return true;
  return detail::matches(wanted, got, "\"REDACTED\"", [](std::string_view rest, std::string_view) {
    return detail::json_value_size(rest);
  });
}

/// Whether a request target is the expected one, in which REDACTED stands for the rest of a segment
/// of the path or of a value of the query. O(target).
[[nodiscard]] constexpr bool target_matches(std::string_view wanted,
                                            std::string_view got) noexcept {
  return detail::matches(wanted, got, redacted, [](std::string_view rest, std::string_view before) {
    bool const in_query = before.find('?') != std::string_view::npos;
    std::size_t const end = rest.find_first_of(in_query ? "&" : "/?");
    return end == std::string_view::npos ? rest.size() : end;
  });
}

/// Whether the value of a header is the expected one; REDACTED stands for any.
[[nodiscard]] constexpr bool header_matches(std::string_view wanted,
                                            std::string_view got) noexcept {
  return wanted == redacted || wanted == got;
}

}  // namespace medusa::inline v0::testing
