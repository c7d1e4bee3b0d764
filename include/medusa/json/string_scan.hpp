// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <medusa/core/errc.hpp>
#include <medusa/core/hot.hpp>
#include <medusa/json/cursor.hpp>
#include <medusa/json/escape.hpp>
#include <medusa/json/plain_run.hpp>
#include <medusa/json/text.hpp>
#include <medusa/json/utf8_run.hpp>

namespace medusa::inline v0::json::detail {

/// The rest of `scan_text` from the first byte on that is not plain.
[[nodiscard]] constexpr text scan_text_rest(cursor& c, char const* begin) noexcept {
  bool escaped = false;
  for (;; c.at = plain_run(c.at, c.end)) {
    char const next = c.peek();
    std::size_t length = 0;
    if (next == '\\') {
      escaped = true;
      std::int32_t code = 0;
      length = read_escape(c.at, c.end, code);
    } else if (static_cast<unsigned char>(next) >= 0x80) {
      bool good = false;
      c.at = utf8_run(c.at, c.end, good);
      if (!good) static_cast<void>(c.fail(errc::malformed_utf8));
      continue;
    }
    c.at += length;
    if (length == 0) break;
  }
  char const* const end = c.at;
  if (!c.expect('"')) return {};  // it was not checked to its end
  return {.chars = {begin, static_cast<std::size_t>(end - begin)}, .escaped = escaped};
}

/// Steps over a string from behind its first quote on, and gives what is between its quotes,
/// checked: UTF-8, escapes, no control characters. The empty text on failure.
[[nodiscard]] MEDUSA_HOT constexpr text scan_text(cursor& c) noexcept {
  char const* const begin = c.at;
  char const* const end = plain_run(begin, c.end);
  // In small code the rest does all.
  bool const quoted = !medusa::detail::small_code && end != c.end && *end == '"';
  c.at = end + (quoted ? 1 : 0);
  if (!quoted) return scan_text_rest(c, begin);
  return {.chars = {begin, static_cast<std::size_t>(end - begin)}};
}

/// The same for a whole string.
[[nodiscard]] MEDUSA_HOT constexpr text scan_string(cursor& c) noexcept {
  static_cast<void>(c.expect('"'));
  return scan_text(c);
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

}  // namespace medusa::inline v0::json::detail
