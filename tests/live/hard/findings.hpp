// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace live {

/// What was found wrong, by any thread; told by the thread of the test.
class findings {
 public:
  void expect(bool good, std::string_view what, std::string_view value = {}) {
    if (good) return;
    std::lock_guard const lock(mutex_);
    all_.push_back(std::string(what) + (value.empty() ? "" : ": ") + std::string(value));
  }

  /// Fails the test case if there are any, and shows the first of them.
  void check() const {
    std::lock_guard const lock(mutex_);
    constexpr std::size_t shown = 10;
    for (std::size_t i = 0; i < all_.size() && i < shown; ++i) FAIL_CHECK(all_[i]);
    CHECK(all_.size() == 0);
  }

 private:
  mutable std::mutex mutex_{};
  std::vector<std::string> all_{};
};

}  // namespace live
