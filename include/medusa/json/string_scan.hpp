// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include <medusa/core/errc.hpp>
#include <medusa/core/utf8.hpp>
#include <medusa/json/cursor.hpp>
#include <medusa/json/escape.hpp>
#include <medusa/json/plain_run.hpp>
#include <medusa/json/text.hpp>

namespace medusa::json::detail {

/// Steps over a string and gives what is between its quotes, checked: UTF-8, escapes, no control
/// characters. The empty text on failure.
[[nodiscard]] constexpr text scan_string(cursor& c) noexcept {
  if (!c.expect('"')) return {};
  char const* const begin = c.at;
  char const* at = begin;
  bool escaped = false;
  for (;;) {
    at = plain_run(at, c.end);
    char const next = at == c.end ? '\0' : *at;
    if (next == '"') {
      c.at = at + 1;
      return {std::string_view(begin, static_cast<std::size_t>(at - begin)), escaped};
    }
    std::size_t length = 0;
    errc problem = errc::malformed_json;
    if (next == '\\') {
      escaped = true;
      length = read_escape(at, c.end).length;
    } else if (static_cast<unsigned char>(next) >= 0x80) {
      problem = errc::malformed_utf8;
      length = utf8_sequence(std::string_view(at, static_cast<std::size_t>(c.end - at)), 0);
    }
    if (length == 0) {
      static_cast<void>(c.fail(problem, at));
      return {};
    }
    at += length;
  }
}

/// Steps over the name of a member, its colon and the white space around, up to the value.
[[nodiscard]] constexpr text scan_key(cursor& c) noexcept {
  c.skip_space();
  text const key = scan_string(c);
  c.skip_space();
  static_cast<void>(c.expect(':'));
  c.skip_space();
  return key;
}

}  // namespace medusa::json::detail
