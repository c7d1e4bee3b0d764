// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"

#include <string>
#include <utility>

// medusa/ext/metadata_text.hpp

namespace medusa::inline v0::ext {

/// Metadata for `update_user`, which views it, or why the server would not take it.
///
/// The headers of JSON libraries give one from the library's own value, by `to_metadata(value)`.
/// They add `out_of_range` for a number that is not finite.
using metadata_text = result<json::basic_raw<std::string>, errc>;

/// Errors: those of `json::metadata_error`. O(text).
[[nodiscard]] inline metadata_text to_metadata_text(std::string text) {
  if (auto const error = json::metadata_error(text)) return unexpected(*error);
  json::basic_raw<std::string> checked;
  checked.storage() = std::move(text);
  return checked;
}

}  // namespace medusa::inline v0::ext
