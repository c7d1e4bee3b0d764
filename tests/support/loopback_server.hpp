// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <support/loopback_socket.hpp>
#include <support/reply.hpp>

namespace support {

/// A server on 127.0.0.1, in a thread of its own, that answers the requests it gets with a script,
/// in the order of their arrival and whatever they are; beyond its end it closes the connection.
/// What it gets is kept as it came.
class loopback_server {
 public:
  explicit loopback_server(std::vector<reply> script = {})
      : loopback_server(responder(
            [script = std::move(script), next = std::size_t{0}](std::string_view) mutable {
              return next < script.size() ? script[next++] : reply{.then = reply::ending::close};
            })) {}
  /// The same, answering each request with what a function of its bytes gives, in the server's
  /// thread.
  using responder = std::function<reply(std::string_view)>;
  explicit loopback_server(responder respond) : respond_(std::move(respond)) {
    thread_ = std::thread([this] { run(); });
  }
  loopback_server(loopback_server const&) = delete;
  loopback_server& operator=(loopback_server const&) = delete;
  ~loopback_server() {
    stop_ = true;
    thread_.join();
    for (connection const& each : connections_) ::close(each.socket);
  }

  std::string url(std::string_view target, std::string_view scheme = "http") const {
    return std::string(scheme) + "://" + authority() + std::string(target);
  }
  std::string authority() const { return "127.0.0.1:" + std::to_string(listener_.port()); }

  /// Head and body of each request, byte for byte.
  std::vector<std::string> requests() const {
    std::lock_guard const lock(mutex_);
    return requests_;
  }
  /// How many connections there have been.
  int accepted() const { return accepted_; }

 private:
  struct connection {
    int socket;
    std::string input{};
  };

  void run() {
    while (!stop_) {
      std::vector<pollfd> watched{{listener_.get(), POLLIN, 0}};
      for (connection const& each : connections_) watched.push_back({each.socket, POLLIN, 0});
      if (::poll(watched.data(), watched.size(), 5) <= 0) continue;
      for (std::size_t i = connections_.size(); i-- > 0;)
        if (watched[i + 1].revents != 0 && !serve(connections_[i])) {
          ::close(connections_[i].socket);
          connections_.erase(connections_.begin() + static_cast<std::ptrdiff_t>(i));
        }
      if (watched[0].revents != 0) {
        connections_.push_back({::accept(listener_.get(), nullptr, nullptr)});
        ++accepted_;
      }
    }
  }

  /// False when the connection is to be closed.
  bool serve(connection& c) {
    char bytes[16384];
    auto const got = ::recv(c.socket, bytes, sizeof bytes, 0);
    if (got <= 0) return false;
    c.input.append(bytes, static_cast<std::size_t>(got));
    std::size_t const size = request_size(c.input);
    if (size > c.input.size()) return true;
    {
      std::lock_guard const lock(mutex_);
      requests_.push_back(c.input.substr(0, size));
    }
    c.input.erase(0, size);
    return play(c.socket, respond_(requests_.back()), stop_);
  }

  loopback_socket listener_{};
  responder respond_;
  std::vector<connection> connections_{};
  mutable std::mutex mutex_{};
  std::vector<std::string> requests_{};
  std::atomic<int> accepted_{0};
  std::atomic<bool> stop_{false};
  std::thread thread_{};
};

}  // namespace support
