// SPDX-License-Identifier: MIT
#pragma once

#include <sys/resource.h>

#include <chrono>
#include <cstdio>

namespace bench {

/// What `calls` calls take. Prints calls per second, and microseconds of processor time for each.
class spent {
 public:
  spent() : begin_(std::chrono::steady_clock::now()), cpu_(cpu()) {}
  void print(int calls) const {
    std::chrono::duration<double> const wall = std::chrono::steady_clock::now() - begin_;
    std::printf("%.0f %.2f\n", calls / wall.count(), (cpu() - cpu_) * 1e6 / calls);
  }

 private:
  static double cpu() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    auto const seconds = [](timeval t) {
      return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
  }
  std::chrono::steady_clock::time_point begin_;
  double cpu_;
};

}  // namespace bench
