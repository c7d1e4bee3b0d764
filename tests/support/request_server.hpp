// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <support/loopback_socket.hpp>
#include <support/reply.hpp>

namespace support {

/// A server on 127.0.0.1 that asks a function what to answer. Each connection has a thread, which
/// calls the function with the bytes of a request.
class request_server {
 public:
  using handler = std::function<reply(std::string_view request)>;

  explicit request_server(handler answer) : answer_(std::move(answer)) {
    thread_ = std::thread([this] { accept(); });
  }
  request_server(request_server const&) = delete;
  request_server& operator=(request_server const&) = delete;
  ~request_server() {
    stop_ = true;
    thread_.join();
    for (std::thread& each : connections_) each.join();
  }

  std::string url() const { return "http://127.0.0.1:" + std::to_string(listener_.port()); }

 private:
  bool readable(int socket) const {
    pollfd watched{socket, POLLIN, 0};
    return ::poll(&watched, 1, 5) > 0;
  }

  void accept() {
    while (!stop_) {
      if (!readable(listener_.get())) continue;
      int const socket = ::accept(listener_.get(), nullptr, nullptr);
      if (socket >= 0) connections_.emplace_back([this, socket] { serve(socket); });
    }
  }

  void serve(int socket) {
    // Else a client that reads no more would keep it from ever stopping.
    timeval const send_limit{.tv_sec = 0, .tv_usec = 50'000};
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &send_limit, sizeof send_limit);
    std::string input;
    char bytes[16384];
    for (bool open = true; open && !stop_;) {
      if (!readable(socket)) continue;
      auto const got = ::recv(socket, bytes, sizeof bytes, 0);
      if (got <= 0) break;
      input.append(bytes, static_cast<std::size_t>(got));
      std::size_t const size = request_size(input);
      if (size > input.size()) continue;
      open = play(socket, answer_(std::string_view(input).substr(0, size)), stop_);
      input.erase(0, size);
    }
    ::close(socket);
  }

  handler answer_;
  loopback_socket listener_{};
  std::atomic<bool> stop_{false};
  std::vector<std::thread> connections_{};
  std::thread thread_{};
};

}  // namespace support
