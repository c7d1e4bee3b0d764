// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include <medusa/core/duration.hpp>
#include <medusa/ext/http1/byte_stream.hpp>

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
