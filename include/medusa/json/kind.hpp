// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace medusa::inline v0::json {

/// What a JSON value is (RFC 8259 section 3).
enum class kind : std::uint8_t { null, boolean, number, string, array, object };

/// The name of a kind, as the enumerator is called.
[[nodiscard]] constexpr std::string_view to_string(kind k) noexcept {
  switch (k) {
    case kind::null: return "null";
    case kind::boolean: return "boolean";
    case kind::number: return "number";
    case kind::string: return "string";
    case kind::array: return "array";
    case kind::object: return "object";
  }
  return "unknown";
}

}  // namespace medusa::inline v0::json
