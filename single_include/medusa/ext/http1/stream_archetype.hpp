// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../../medusa.hpp"
#include "byte_stream.hpp"

#include <span>
#include <string_view>

// medusa/ext/http1/stream_archetype.hpp

namespace medusa::inline v0::ext {

/// Everything that a byte stream may have and nothing else, to start your own from. This one is
/// never connected. Leave out `reopen` if you cannot connect, and `is_secure` unless it is true.
class stream_archetype {
 public:
  static constexpr bool is_secure = true;

  stream_archetype() = delete;
  constexpr explicit stream_archetype(int /*your device*/) noexcept {}
  stream_archetype(stream_archetype const&) = delete;
  stream_archetype& operator=(stream_archetype const&) = delete;

  [[nodiscard]] constexpr stream_result read(std::span<char> /*into*/,
                                             duration /*limit*/) noexcept {
    return {.state = stream_state::ended};
  }
  [[nodiscard]] constexpr stream_result write(std::string_view /*from*/,
                                              duration /*limit*/) noexcept {
    return {.state = stream_state::ended};
  }
  [[nodiscard]] constexpr bool reopen(duration /*limit*/) noexcept { return false; }
};

}  // namespace medusa::inline v0::ext
