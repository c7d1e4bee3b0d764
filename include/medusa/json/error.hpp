// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include <medusa/core/errc.hpp>

namespace medusa::inline v0::json {

/// Why a document could not be read. `code` is one of
/// - `malformed_json`: not the grammar of RFC 8259, or an escape that stands for no character;
/// - `malformed_utf8`: a string that is not UTF-8 (RFC 8259 section 8.1 allows nothing else);
/// - `too_deep`: more arrays and objects inside each other than the reader takes.
///
/// `offset` is the byte at which the document went wrong (its size, when it ends too early): the
/// first byte of an escape, of an ill-formed sequence, of the bracket that is one too many. A
/// reader that does not know it says 0.
struct error {
  errc code = errc::malformed_json;
  std::size_t offset = 0;

  friend constexpr bool operator==(error const&, error const&) = default;
};

}  // namespace medusa::inline v0::json
