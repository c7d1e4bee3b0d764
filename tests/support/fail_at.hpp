// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace support {

/// Lets one step of many fail. The steps are whatever its user takes for one: requests, pushes,
/// events.
class fail_at {
 public:
  /// The `n`-th step fails, counted from 1; with 0 none does.
  constexpr explicit fail_at(std::size_t n = 0) noexcept : n_(n) {}

  /// A step is taken. Whether it fails.
  [[nodiscard]] constexpr bool fails() noexcept { return ++taken_ == n_; }

  /// Which step fails.
  [[nodiscard]] constexpr std::size_t which() const noexcept { return n_; }
  [[nodiscard]] constexpr std::size_t taken() const noexcept { return taken_; }
  /// Whether the step that was to fail has come.
  [[nodiscard]] constexpr bool happened() const noexcept { return n_ != 0 && taken_ >= n_; }

 private:
  std::size_t n_;
  std::size_t taken_ = 0;
};

/// Calls `run(fail_at&)` with the first step failing, then with the second, until it runs without a
/// failure. Gives how many steps have failed, so that a caller can say that there were any.
template <class Run>
constexpr std::size_t every_fault(Run&& run) {
  for (std::size_t n = 1;; ++n) {
    fail_at fault(n);
    run(fault);
    if (!fault.happened()) return n - 1;
  }
}

}  // namespace support
