// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace medusa::inline v0 {

/// Sizes in bytes beyond which a call fails instead of being sent, or read.
struct wire_limits {
  /// URL and headers. Node refuses a head of more than 16 KiB with 431 (`--max-http-header-size`).
  std::size_t request_head = 16 * 1024;
  /// The server's body parser refuses more than 100 KiB with 413 (Express' default limit).
  std::size_t request_body = 100 * 1024;
  /// A user takes about 300 bytes, so this is about 50 000 of them in one answer.
  std::size_t response_body = 16 * 1024 * 1024;
};

}  // namespace medusa::inline v0
