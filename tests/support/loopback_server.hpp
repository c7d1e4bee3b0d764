// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <medusa/core/ascii.hpp>

namespace support {

/// What the server does about one request.
struct reply {
  enum class ending { keep, close, reset };

  std::string bytes{};                  ///< as they go over the wire; none: no answer at all
  ending then = ending::keep;           ///< what becomes of the connection afterwards
  std::chrono::milliseconds before{0};  ///< wait before the first byte
  std::size_t piece = 0;                ///< bytes sent at once; 0: all
  std::chrono::milliseconds between{0};  ///< wait between pieces
};

/// An answer with a body and its Content-Length.
inline reply answer(int status, std::string_view body, std::string_view headers = "") {
  std::string bytes = "HTTP/1.1 " + std::to_string(status) + " Reason\r\n";
  bytes += headers;
  bytes += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
  bytes += body;
  return {.bytes = bytes};
}

/// A server on 127.0.0.1, in a thread of its own, that answers the requests it gets with a script, in
/// the order of their arrival and whatever they are; beyond its end it closes the connection. What it
/// gets is kept as it came.
class loopback_server {
 public:
  explicit loopback_server(std::vector<reply> script = {})
      : loopback_server(responder([script = std::move(script), next = std::size_t{0}](std::string_view) mutable {
          return next < script.size() ? script[next++] : reply{.then = reply::ending::close};
        })) {}
  /// The same, answering each request with what a function of its bytes gives, in the server's thread.
  using responder = std::function<reply(std::string_view)>;
  explicit loopback_server(responder respond) : respond_(std::move(respond)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    if (listener_ < 0 || ::bind(listener_, any, size) != 0 || ::listen(listener_, 16) != 0 ||
        ::getsockname(listener_, any, &size) != 0)
      std::abort();
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
  }
  loopback_server(loopback_server const&) = delete;
  loopback_server& operator=(loopback_server const&) = delete;
  ~loopback_server() {
    stop_ = true;
    thread_.join();
    for (connection const& each : connections_) ::close(each.socket);
    ::close(listener_);
  }

  std::string url(std::string_view target, std::string_view scheme = "http") const {
    return std::string(scheme) + "://" + authority() + std::string(target);
  }
  std::string authority() const { return "127.0.0.1:" + std::to_string(port_); }

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
      std::vector<pollfd> watched{{listener_, POLLIN, 0}};
      for (connection const& each : connections_) watched.push_back({each.socket, POLLIN, 0});
      if (::poll(watched.data(), watched.size(), 5) <= 0) continue;
      for (std::size_t i = connections_.size(); i-- > 0;)
        if (watched[i + 1].revents != 0 && !serve(connections_[i])) {
          ::close(connections_[i].socket);
          connections_.erase(connections_.begin() + static_cast<std::ptrdiff_t>(i));
        }
      if (watched[0].revents != 0) {
        connections_.push_back({::accept(listener_, nullptr, nullptr)});
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
    return act(c, respond_(requests_.back()));
  }

  bool act(connection const& c, reply const& r) {
    pause(r.before);
    std::string_view rest = r.bytes;
    while (!rest.empty() && !stop_) {
      std::string_view const piece = rest.substr(0, r.piece == 0 ? rest.size() : r.piece);
      auto const sent = ::send(c.socket, piece.data(), piece.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      rest.remove_prefix(static_cast<std::size_t>(sent));
      if (!rest.empty()) pause(r.between);
    }
    if (r.then == reply::ending::reset) {
      linger const at_once{.l_onoff = 1, .l_linger = 0};
      ::setsockopt(c.socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    }
    return r.then == reply::ending::keep;
  }

  void pause(std::chrono::milliseconds time) const {
    auto const end = std::chrono::steady_clock::now() + time;
    while (!stop_ && std::chrono::steady_clock::now() < end)
      std::this_thread::sleep_for(std::min(time, std::chrono::milliseconds(2)));
  }

  /// More than there is while the head is not complete.
  static std::size_t request_size(std::string_view input) {
    std::size_t const head = input.find("\r\n\r\n");
    if (head == std::string_view::npos) return input.size() + 1;
    std::size_t length = 0;
    for (std::size_t at = input.find("\r\n"); at < head; at = input.find("\r\n", at + 2)) {
      constexpr std::string_view name = "Content-Length: ";
      if (medusa::ascii::iequals(input.substr(at + 2, name.size()), name))
        length = std::strtoul(input.data() + at + 2 + name.size(), nullptr, 10);
    }
    return head + 4 + length;
  }

  int listener_ = -1;
  int port_ = 0;
  responder respond_;
  std::vector<connection> connections_{};
  mutable std::mutex mutex_{};
  std::vector<std::string> requests_{};
  std::atomic<int> accepted_{0};
  std::atomic<bool> stop_{false};
  std::thread thread_{};
};

}  // namespace support
