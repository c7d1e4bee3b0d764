// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../library/error.hpp"
#include "../library/patience.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

// medusa/ext/httplib/watchdog.hpp

namespace medusa::inline v0::ext::detail {

/// A thread that ends a blocking call from outside when its time is over: it calls `stop` again and
/// again until it is destroyed, since the call may have been about to begin when it was first
/// stopped.
class watchdog {
 public:
  watchdog(patience const& p, std::function<void()> stop)
      : thread_([this, &p, stop = std::move(stop)] { run(p, stop); }) {}
  watchdog(watchdog const&) = delete;
  watchdog& operator=(watchdog const&) = delete;
  ~watchdog() { dismiss(); }

  /// Why the call was stopped, if it was. It is watched no more.
  std::optional<library_errc> dismiss() {
    if (thread_.joinable()) {
      {
        std::lock_guard const lock(mutex_);
        done_ = true;
      }
      wake_.notify_one();
      thread_.join();
    }
    return why_;
  }

 private:
  void run(patience const& p, std::function<void()> const& stop) {
    std::unique_lock lock(mutex_);
    while (!done_) {
      auto const next = patience::clock::now() + std::chrono::milliseconds(patience::turn_ms);
      wake_.wait_until(lock, p.end() < next && !why_ ? p.end() : next);
      if (done_) return;
      if (!why_) why_ = p.over();
      if (!why_) continue;
      lock.unlock();
      stop();
      lock.lock();
    }
  }

  std::mutex mutex_{};
  std::condition_variable wake_{};
  bool done_ = false;
  std::optional<library_errc> why_{};
  std::thread thread_;  // last: it uses all of the others
};

}  // namespace medusa::inline v0::ext::detail
