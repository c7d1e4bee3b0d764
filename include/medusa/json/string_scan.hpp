// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
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
  static_cast<void>(c.expect('"'));
  char const* const begin = c.at;
  text found{};
  for (;;) {
    c.at = plain_run(c.at, c.end);
    char const next = c.peek();
    std::size_t length = 0;
    if (next == '\\') {
      found.escaped = true;
      std::int32_t code = 0;
      length = read_escape(c.at, c.end, code);
    } else if (static_cast<unsigned char>(next) >= 0x80) {
      length = utf8_sequence(std::string_view(c.at, static_cast<std::size_t>(c.end - c.at)), 0);
      if (length == 0) static_cast<void>(c.fail(errc::malformed_utf8));
    }
    c.at += length;
    if (length == 0) break;
  }
  found.chars = {begin, static_cast<std::size_t>(c.at - begin)};
  if (!c.expect('"')) found = {};  // it was not checked to its end
  return found;
}

/// Steps over the name of a member, its colon and the white space around, up to the value.
[[nodiscard]] constexpr text scan_key(cursor& c) noexcept {
  static_cast<void>(c.next());
  text const key = scan_string(c);
  static_cast<void>(c.next());
  static_cast<void>(c.expect(':'));
  static_cast<void>(c.next());
  return key;
}

}  // namespace medusa::json::detail
