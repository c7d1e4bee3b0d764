// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include <medusa/core/errc.hpp>
#include <medusa/model/member_path.hpp>

namespace medusa::inline v0 {

/// What kept a document from being a model: `wrong_type`, `missing_member`, `text_too_long`,
/// `too_many_items`, `escaped_text`, or what the JSON policy found (`malformed_json`,
/// `malformed_utf8`, `too_deep`).
struct decode_error {
  errc code{};
  std::size_t offset = 0;  ///< byte of the document
  std::size_t needed = 0;  ///< bytes of the text that was too long; else 0
  member_path path{};
};

}  // namespace medusa::inline v0
