// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace medusa::inline v0::ext {

/// What an `http1_transport` takes of a response. What is more is an error, never cut. The RFCs set
/// no such limits and leave them to the receiver (RFC 9110 sections 2.3 and 5.4).
struct http1_limits {
  /// Bytes of body; memory is set aside for them. A user takes about 300.
  std::size_t body = 4096;
  /// Bytes of header fields, each with one byte for its end; memory is set aside for them. Medusa
  /// sends 300 to 600, a proxy before it about 1000 more.
  std::size_t head = 2048;
  /// Bytes of a line without its end: status line, header, chunk size with its extensions, trailer.
  std::size_t line = 1024;
  /// Header fields and trailer fields together. Medusa sends at most 13.
  std::size_t fields = 64;
  /// Interim responses (1xx) before the final one. Medusa sends none, a proxy one or two.
  std::size_t interim = 8;
};

}  // namespace medusa::inline v0::ext
