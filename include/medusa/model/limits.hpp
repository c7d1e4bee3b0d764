// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace medusa::inline v0 {

/// Sizes of `basic_fixed` storage, in bytes but for `items`. What is longer is an error, never cut.
struct limits {
  /// Each text of a user: id, e-mail, names, API token. An id has 30 bytes.
  std::size_t text = 64;
  /// Users in a page; the server's own default.
  std::size_t items = 50;
  /// The metadata of a user, as JSON text. The server sets no limit below that of the body.
  std::size_t metadata = 256;
  /// What a client signs in with. A JWT of Medusa 1.20.11 has 208 bytes, its session cookie 102.
  std::size_t credential = 256;
  /// What a client keeps of its options: base URL, publishable key and headers together.
  std::size_t settings = 256;
  /// The server's message in a failure. A longer one is left out; validation of one field says
  /// about 60 bytes, and all messages are joined.
  std::size_t message = 256;
  /// A whole request: URL, headers that are made for it, and body.
  std::size_t request = 1024;
};

}  // namespace medusa::inline v0
