// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include <medusa/json/error.hpp>
#include <medusa/json/kind.hpp>
#include <medusa/json/scanner.hpp>

namespace medusa::inline v0::json {

namespace detail {
struct note_kind {
  kind& root;
  constexpr void operator()(scanner::value const& v) const noexcept { root = v.kind(); }
};
}  // namespace detail

/// Nothing when `document` is one well-formed value, else what `scanner` finds wrong with it: its
/// `malformed_json`, `malformed_utf8` or `too_deep`. An empty document is `malformed_json` at 0.
[[nodiscard]] constexpr std::optional<error> validate(std::string_view document) noexcept {
  kind ignored{};
  return scanner::visit(document, detail::note_kind{ignored});
}

/// What a document is; nothing when it is not well formed.
[[nodiscard]] constexpr std::optional<kind> kind_of(std::string_view document) noexcept {
  kind root{};
  if (scanner::visit(document, detail::note_kind{root})) return std::nullopt;
  return root;
}

}  // namespace medusa::inline v0::json
