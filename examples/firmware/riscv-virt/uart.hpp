// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <medusa/core/duration.hpp>
#include <medusa/ext/http1/byte_stream.hpp>

#include "clock.hpp"

/// The board's 16550 as a byte stream, polled. It cannot see that the other end has closed the
/// connection.
class uart {
 public:
  medusa::ext::stream_result read(std::span<char> into, medusa::duration limit) {
    std::size_t count = 0;
    for (medusa::duration const begin = host_clock::now();;) {
      while (count < into.size() && (registers().line_status & data_ready) != 0)
        into[count++] = static_cast<char>(registers().data);
      if (count != 0 || host_clock::now() - begin >= limit) return {.count = count};
    }
  }

  medusa::ext::stream_result write(std::string_view from, medusa::duration limit) {
    std::size_t count = 0;
    for (medusa::duration const begin = host_clock::now();;) {
      while (count < from.size() && (registers().line_status & transmit_empty) != 0)
        registers().data = static_cast<unsigned char>(from[count++]);
      if (count == from.size() || host_clock::now() - begin >= limit) return {.count = count};
    }
  }

 private:
  static constexpr std::uint8_t data_ready = 0x01, transmit_empty = 0x20;

  struct layout {
    std::uint8_t data, interrupt, fifo, line_control, modem_control, line_status;
  };
  static layout volatile& registers() { return *reinterpret_cast<layout volatile*>(0x1000'0000); }
};
