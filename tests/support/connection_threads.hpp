// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <thread>
#include <utility>
#include <vector>

#include <poll.h>
#include <sys/socket.h>

#include <support/loopback_socket.hpp>

namespace support {

/// Listens on a free port of 127.0.0.1, with a thread for each connection. Its owner has it as last
/// member: what the threads look at must outlive them.
class connection_threads {
 public:
  connection_threads() = default;
  connection_threads(connection_threads const&) = delete;
  connection_threads& operator=(connection_threads const&) = delete;
  ~connection_threads() {
    stop_ = true;
    if (thread_.joinable()) thread_.join();
    for (std::thread& each : connections_) each.join();
  }

  /// Calls `serve(int socket)` for each connection, in a thread of its own. It closes the socket, and
  /// returns soon after `stop()` has become true.
  template <class F>
  void start(F serve) {
    thread_ = std::thread([this, serve = std::move(serve)] {
      while (!stop_) {
        if (!readable(listener_.get())) continue;
        int const socket = ::accept(listener_.get(), nullptr, nullptr);
        if (socket >= 0) connections_.emplace_back(serve, socket);
      }
    });
  }

  int port() const { return listener_.port(); }
  std::atomic<bool> const& stop() const { return stop_; }

  /// Whether there is something to read, or will be in 5 ms.
  static bool readable(int socket) {
    pollfd watched{socket, POLLIN, 0};
    return ::poll(&watched, 1, 5) > 0;
  }

 private:
  loopback_socket listener_{};
  std::atomic<bool> stop_{false};
  std::vector<std::thread> connections_{};
  std::thread thread_{};
};

}  // namespace support
