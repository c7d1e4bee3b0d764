// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../../medusa.hpp"
#include "error.hpp"

#include <chrono>
#include <cstdint>
#include <optional>

// medusa/ext/library/patience.hpp

namespace medusa::inline v0::ext::detail {

/// How long a call may still take: until its time limit, counted from now, or until it is
/// cancelled.
class patience {
 public:
  using clock = std::chrono::steady_clock;

  explicit patience(request const& r) noexcept
      : end_(clock::now() + std::chrono::milliseconds(bounded(r.timeout.count()))),
        cancel_(r.cancel) {}

  /// Why the call must be given up, if it must.
  [[nodiscard]] std::optional<library_errc> over() const noexcept {
    if (cancel_.requested()) return library_errc::cancelled;
    if (clock::now() >= end_) return library_errc::timed_out;
    return std::nullopt;
  }
  [[nodiscard]] clock::time_point end() const noexcept { return end_; }
  /// At least 1, since 0 is no limit to many libraries.
  [[nodiscard]] std::int64_t left_ms() const noexcept {
    auto const left = std::chrono::ceil<std::chrono::milliseconds>(end_ - clock::now()).count();
    return left < 1 ? 1 : left;
  }

  /// Milliseconds between two looks at `over()`.
  static constexpr int turn_ms = 50;

 private:
  /// Ten days: libraries count milliseconds in an `int`.
  [[nodiscard]] static constexpr std::int64_t bounded(std::int64_t ms) noexcept {
    constexpr std::int64_t most = 10LL * 24 * 3600 * 1000;
    return ms < 0 ? 0 : ms < most ? ms : most;
  }

  clock::time_point end_;
  cancellation cancel_;
};

}  // namespace medusa::inline v0::ext::detail
