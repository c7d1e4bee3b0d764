// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include <medusa/core/duration.hpp>

#include "semihosting.hpp"

/// Time and entropy of the host. A product counts a hardware timer, and has a true random number
/// generator; see `medusa::clock` for what each function promises.
struct host_clock {
  [[nodiscard]] static medusa::duration now() {
    return medusa::duration::milliseconds(std::int64_t{semihosting::clock()} * 10);
  }

  static void wait(medusa::duration d) {
    medusa::duration const begin = now();
    // Not "<", since the first hundredth of a second has already begun.
    while (now() - begin <= d) continue;
  }

  [[nodiscard]] static std::uint64_t random() {
    char bytes[sizeof(std::uint64_t)]{};
    semihosting::read_file("/dev/urandom", bytes);
    std::uint64_t bits = 0;
    for (char const each : bytes) bits = bits << 8 | static_cast<unsigned char>(each);
    return bits;
  }

  [[nodiscard]] static std::int64_t unix_time() { return semihosting::time(); }
};
