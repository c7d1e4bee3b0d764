// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <medusa/core/duration.hpp>
#include <medusa/ext/http1/byte_stream.hpp>

#include "clock.hpp"

/// UART0 of the board as a byte stream, polled ("APB UART" in the Technical Reference Manual of the
/// Cortex-M System Design Kit). It cannot see that the other end has closed the connection.
class uart {
 public:
  uart() {
    registers().divider = 16;  // the least there is
    registers().control = 3;   // transmit and receive
  }

  medusa::ext::stream_result read(std::span<char> into, medusa::duration limit) {
    std::size_t count = 0;
    for (medusa::duration const begin = host_clock::now();;) {
      while (count < into.size() && (registers().state & receive_full) != 0)
        into[count++] = static_cast<char>(registers().data);
      if (count != 0 || host_clock::now() - begin >= limit) return {.count = count};
    }
  }

  medusa::ext::stream_result write(std::string_view from, medusa::duration limit) {
    std::size_t count = 0;
    for (medusa::duration const begin = host_clock::now();;) {
      while (count < from.size() && (registers().state & transmit_full) == 0)
        registers().data = static_cast<unsigned char>(from[count++]);
      if (count == from.size() || host_clock::now() - begin >= limit) return {.count = count};
    }
  }

 private:
  static constexpr std::uint32_t transmit_full = 1, receive_full = 2;

  struct layout {
    std::uint32_t data, state, control, interrupt, divider;
  };
  static layout volatile& registers() { return *reinterpret_cast<layout volatile*>(0x4000'4000); }
};
