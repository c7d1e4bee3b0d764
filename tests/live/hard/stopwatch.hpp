// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>

namespace live {

/// Tells how long it has been there.
class stopwatch {
 public:
  [[nodiscard]] std::string milliseconds() const {
    auto const took = std::chrono::steady_clock::now() - begin_;
    return std::to_string(took / std::chrono::milliseconds(1)) + " ms";
  }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace live
