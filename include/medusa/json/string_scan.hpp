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

/// The rest of `scan_string` from the first byte on that is not plain.
[[nodiscard]] constexpr text scan_rest(cursor& c, char const* begin) noexcept {
  bool escaped = false;
  for (;; c.at = plain_run(c.at, c.end)) {
    char const next = c.peek();
    if (next == '\\') {
      escaped = true;
      if (take_escape(c.at, c.end) < 0) break;
    } else if (static_cast<unsigned char>(next) >= 0x80) {
      bool good = false;
      c.at = utf8_run(c.at, c.end, good);
      if (!good) static_cast<void>(c.fail(errc::malformed_utf8));
    } else {
      break;
    }
  }
  char const* const end = c.at;
  if (!c.expect('"')) return {};  // it was not checked to its end
  return {.chars = {begin, static_cast<std::size_t>(end - begin)}, .escaped = escaped};
}

/// Steps over a string and gives what is between its quotes, checked: UTF-8, escapes, no control
/// characters. The empty text on failure.
[[nodiscard]] MEDUSA_HOT constexpr text scan_string(cursor& c) noexcept {
  static_cast<void>(c.expect('"'));
  char const* const begin = c.at;
  char const* const end = plain_run(begin, c.end);
  // In small code the rest does all.
  bool const quoted = !medusa::detail::small_code && end != c.end && *end == '"';
  c.at = end + (quoted ? 1 : 0);
  if (!quoted) return scan_rest(c, begin);
  return {.chars = {begin, static_cast<std::size_t>(end - begin)}};
}

/// Steps over the name of a member, its colon and the white space before both.
[[nodiscard]] constexpr text scan_key(cursor& c) noexcept {
  static_cast<void>(c.next());
  text const key = scan_string(c);
  static_cast<void>(c.next());
  static_cast<void>(c.expect(':'));
  return key;
}

}  // namespace medusa::inline v0::json::detail
