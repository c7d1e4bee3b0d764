// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <support/connection_threads.hpp>
#include <support/loopback_socket.hpp>
#include <support/mishap.hpp>
#include <support/reply.hpp>
#include <support/response_size.hpp>

namespace support {

/// A proxy on 127.0.0.1 before a server on another port of it, with a thread for each connection of
/// a client. With one client that makes one call after the other a run is the same each time.
class rough_proxy {
 public:
  rough_proxy(int server_port, mishaps plan) : server_port_(server_port), plan_(plan) {
    threads_.start([this](int socket) { serve(connection(socket)); });
  }

  std::string url() const { return "http://127.0.0.1:" + std::to_string(threads_.port()); }

  /// From now on nothing happens to anybody.
  void be_good() { good_ = true; }
  /// How often it has happened.
  std::size_t count(mishap what) const { return counts_[static_cast<std::size_t>(what)]; }
  /// How often clients have sent a request with that text in it.
  std::size_t requests_with(std::string_view text) const {
    std::lock_guard const lock(mutex_);
    return static_cast<std::size_t>(std::count_if(
        requests_.begin(), requests_.end(),
        [&](std::string const& each) { return each.find(text) != std::string::npos; }));
  }

 private:
  class connection {
   public:
    explicit connection(int fd) : fd_(fd) {
      int const on = 1;  // else the pieces would be put together again
      ::setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    connection(connection const&) = delete;
    connection& operator=(connection const&) = delete;
    ~connection() {
      if (fd_ >= 0) ::close(fd_);
    }
    int get() const { return fd_; }
    void end_with_reset() const {
      linger const at_once{.l_onoff = 1, .l_linger = 0};
      ::setsockopt(fd_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    }

   private:
    int fd_;
  };

  void serve(connection const& client) {
    std::string input;
    while (!threads_.stop()) {
      if (!threads_.readable(client.get())) continue;
      if (!receive(client, input)) return;
      std::size_t const size = request_size(input);
      if (size > input.size()) continue;
      std::string const request = input.substr(0, size);
      input.erase(0, size);
      std::uint64_t n = 0;
      {
        std::lock_guard const lock(mutex_);
        n = requests_.size();
        requests_.push_back(request);
      }
      fate const f = good_ ? fate{} : plan_.of(n, request);
      ++counts_[static_cast<std::size_t>(f.what)];
      if (!exchange(client, request, f)) return;
    }
  }

  /// False when the client's connection is to be closed.
  bool exchange(connection const& client, std::string_view request, fate const& f) const {
    if (f.what == mishap::cut_request) {
      connection const server(connected());
      say(server, request.substr(0, (request.size() - 1) * f.share / 1000), 0);
      if (f.resets) server.end_with_reset(), client.end_with_reset();
      return false;
    }
    if (f.what == mishap::request_twice) static_cast<void>(ask(request, 0));
    std::string answer = ask(request, f.piece);
    if (answer.empty()) return false;
    if (f.what == mishap::cut_answer) {
      say(client, std::string_view(answer).substr(0, answer.size() * f.share / 1000), 0);
      if (f.resets) client.end_with_reset();
      return false;
    }
    pause(f.wait, threads_.stop());
    // In one go: so the second is there before anybody can send another request. Coming later, it
    // would be taken for the answer to that, which nobody could tell.
    if (f.what == mishap::answer_twice) answer += answer;
    return say(client, answer, f.piece);
  }

  /// To the server. Each request has one of its own: one that is kept it might close meanwhile.
  int connected() const {
    int const fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in const address = loopback_address(server_port_);
    static_cast<void>(::connect(fd, reinterpret_cast<sockaddr const*>(&address), sizeof address));
    return fd;
  }

  /// The answer of the server; empty if it has none.
  std::string ask(std::string_view request, std::size_t piece) const {
    connection const server(connected());
    if (!say(server, request, piece)) return {};
    std::string answer;
    while (!threads_.stop() && response_size(answer) > answer.size())
      if (threads_.readable(server.get()) && !receive(server, answer)) return {};
    return answer;
  }

  static bool receive(connection const& from, std::string& to) {
    char bytes[16384];
    auto const got = ::recv(from.get(), bytes, sizeof bytes, 0);
    if (got > 0) to.append(bytes, static_cast<std::size_t>(got));
    return got > 0;
  }

  bool say(connection const& to, std::string_view bytes, std::size_t piece) const {
    if (bytes.empty()) return true;
    // At most 200 pieces: a large message would take minutes.
    if (piece != 0) piece = std::max(piece, bytes.size() / 200);
    return play(
        to.get(),
        {.bytes = std::string(bytes), .piece = piece, .between = std::chrono::milliseconds(1)},
        threads_.stop());
  }

  int server_port_;
  mishaps plan_;
  std::atomic<bool> good_{false};
  std::array<std::atomic<std::size_t>, mishap_count> counts_{};
  mutable std::mutex mutex_{};
  std::vector<std::string> requests_{};
  connection_threads threads_{};
};

}  // namespace support
