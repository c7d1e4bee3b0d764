// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include <medusa/core/duration.hpp>

namespace medusa::inline v0::testing {

/// A clock that runs only when it is waited on or told to, with entropy from a seed: minutes of
/// back-off pass in no time and every run is the same. Usable in constant evaluation. Give it to a
/// client as an lvalue to look at it afterwards.
class virtual_clock {
 public:
  constexpr explicit virtual_clock(std::uint64_t seed = 0) noexcept : state_(seed) {}

  [[nodiscard]] constexpr duration now() const noexcept { return now_; }

  constexpr void wait(duration d) noexcept {
    duration const began = now_;
    advance(d);
    waited_ = waited_ + (now_ - began);
    ++waits_;
  }

  /// SplitMix64: a full period, and good bits from any seed.
  [[nodiscard]] constexpr std::uint64_t random() noexcept {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }

  [[nodiscard]] constexpr std::int64_t unix_time() const noexcept {
    return epoch_ + now_.count() / 1000;
  }

  /// Lets time pass that nobody waited for, as a slow server does. It never goes back.
  constexpr void advance(duration d) noexcept {
    if (d > duration()) now_ = now_ + d;
  }
  /// Seconds since 1970 at which the clock began.
  constexpr void set_epoch(std::int64_t unix_seconds) noexcept { epoch_ = unix_seconds; }

  /// The sum of all waits.
  [[nodiscard]] constexpr duration waited() const noexcept { return waited_; }
  [[nodiscard]] constexpr std::uint32_t waits() const noexcept { return waits_; }

 private:
  duration now_{};
  duration waited_{};
  std::uint64_t state_;
  std::int64_t epoch_ = 0;
  std::uint32_t waits_ = 0;
};

}  // namespace medusa::inline v0::testing
