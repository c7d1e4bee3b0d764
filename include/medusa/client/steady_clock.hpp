// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <random>
#include <thread>

#include <medusa/client/clock.hpp>
#include <medusa/core/duration.hpp>
#include <medusa/http/options.hpp>

namespace medusa::inline v0 {

/// The system's steady clock and entropy. `wait` blocks the thread. `random` is
/// `std::random_device`, whose exception passes through on a system without entropy; nothing else
/// throws.
class steady_clock {
 public:
  [[nodiscard]] static duration now() {
    using std::chrono::milliseconds;
    auto const since = std::chrono::steady_clock::now().time_since_epoch();
    return duration::milliseconds(std::chrono::duration_cast<milliseconds>(since).count());
  }

  static void wait(duration d) {
    std::this_thread::sleep_for(std::chrono::milliseconds(d.count()));
  }

  [[nodiscard]] static std::uint64_t random() {
    std::random_device device;
    std::uint64_t const high = device();
    return high << 32 | device();
  }

  [[nodiscard]] static std::int64_t unix_time() {
    auto const since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(since).count();
  }
};

/// The options of a client on `hosted` storage.
using client_options = basic_options<steady_clock>;

}  // namespace medusa::inline v0
