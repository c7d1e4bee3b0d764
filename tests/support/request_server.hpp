// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <support/connection_threads.hpp>
#include <support/reply.hpp>

namespace support {

/// A server on 127.0.0.1 that asks a function what to answer. Each connection has a thread, which
/// calls the function with the bytes of a request.
class request_server {
 public:
  using handler = std::function<reply(std::string_view request)>;

  explicit request_server(handler answer) : answer_(std::move(answer)) {
    threads_.start([this](int socket) { serve(socket); });
  }

  std::string url() const { return "http://127.0.0.1:" + std::to_string(threads_.port()); }

 private:
  void serve(int socket) {
    // Else a client that reads no more would keep it from ever stopping.
    timeval const send_limit{.tv_sec = 0, .tv_usec = 50'000};
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &send_limit, sizeof send_limit);
    std::string input;
    char bytes[16384];
    for (bool open = true; open && !threads_.stop();) {
      if (!connection_threads::readable(socket)) continue;
      auto const got = ::recv(socket, bytes, sizeof bytes, 0);
      if (got <= 0) break;
      input.append(bytes, static_cast<std::size_t>(got));
      std::size_t const size = request_size(input);
      if (size > input.size()) continue;
      open = play(socket, answer_(std::string_view(input).substr(0, size)), threads_.stop());
      input.erase(0, size);
    }
    ::close(socket);
  }

  handler answer_;
  connection_threads threads_{};
};

}  // namespace support
