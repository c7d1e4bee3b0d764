// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include <medusa/core/errc.hpp>
#include <medusa/core/first_error.hpp>
#include <medusa/json/cursor.hpp>
#include <medusa/json/metadata.hpp>
#include <medusa/json/scanner.hpp>
#include <medusa/json/skip.hpp>
#include <medusa/json/string_scan.hpp>
#include <medusa/json/text.hpp>

namespace medusa::inline v0::json {

namespace detail {
[[nodiscard]] constexpr errc check_metadata(std::string_view const& text) noexcept {
  cursor c(text);
  errc wrong_name{};
  if (c.next() != '{') return errc::invalid_json;
  static_cast<void>(c.open(scanner::max_depth));
  if (c.next() != '}') {
    do {
      json::text const key = scan_key(c);
      if (key == std::string_view("__proto__", 9) || key == std::string_view("constructor", 11))
        wrong_name = errc::invalid_value;
      skip<scanner::max_depth>(c);
    } while (c.take_comma());
  }
  static_cast<void>(c.close('}'));
  static_cast<void>(c.next());
  if (c.at != c.end) static_cast<void>(c.fail(errc::malformed_json));
  if (c.halted) return c.code == errc::malformed_utf8 ? errc::invalid_utf8 : errc::invalid_json;
  if (has_nul_escape(text)) return errc::control_character;
  return wrong_name;
}
}  // namespace detail

/// What is wrong with a text as metadata of a user, if anything: `invalid_json` unless it is one
/// JSON object, `invalid_utf8`, and as in the builder `control_character` for an escaped NUL and
/// `invalid_value` for the names `__proto__` and `constructor` at the top. O(text).
[[nodiscard]] constexpr std::optional<errc> metadata_error(std::string_view text) noexcept {
  return medusa::detail::if_any(detail::check_metadata(text));
}

}  // namespace medusa::inline v0::json
