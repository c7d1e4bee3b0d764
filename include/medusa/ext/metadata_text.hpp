// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>

#include <medusa/core/errc.hpp>
#include <medusa/core/result.hpp>
#include <medusa/core/unexpected.hpp>
#include <medusa/json/metadata_error.hpp>
#include <medusa/json/raw.hpp>

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
