// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include <medusa/ext/http1/limits.hpp>

namespace medusa::inline v0::ext {

/// The memory of an `http1_transport`: what it takes of a response, and room to read into. A
/// `static` one takes no room in flash, which a `static` transport does that has it in itself.
template <http1_limits Limits = http1_limits{}>
struct http1_memory {
  static constexpr http1_limits limits = Limits;
  /// Bytes beyond head and body, for the framing that follows a full body.
  static constexpr std::size_t spare = 64;

  char bytes[Limits.head + Limits.body + spare] = {};
};

}  // namespace medusa::inline v0::ext
