// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include <medusa/core/errc.hpp>
#include <medusa/json/kind.hpp>
#include <medusa/json/metadata.hpp>
#include <medusa/json/scanner.hpp>
#include <medusa/json/text.hpp>

namespace medusa::json {

/// What is wrong with a text as metadata of a user, if anything: `invalid_json` unless it is one JSON
/// object, `invalid_utf8`, and as in the builder `control_character` for an escaped NUL and
/// `invalid_value` for the names `__proto__` and `constructor` at the top. O(text).
[[nodiscard]] constexpr std::optional<errc> metadata_error(std::string_view text) noexcept {
  bool object = false;
  bool named_well = true;
  auto const error = scanner::visit(text, [&](auto& root) {
    object = root.kind() == kind::object;
    if (!object) return;
    static_cast<void>(root.for_each_member([&](json::text key, auto&) {
      named_well = named_well && !(key == "__proto__") && !(key == "constructor");
      return true;
    }));
  });
  if (error) return error->code == errc::malformed_utf8 ? errc::invalid_utf8 : errc::invalid_json;
  if (!object) return errc::invalid_json;
  if (detail::has_nul_escape(text)) return errc::control_character;
  return named_well ? std::nullopt : std::optional(errc::invalid_value);
}

}  // namespace medusa::json
