// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <medusa/core/duration.hpp>
#include <medusa/ext/http1/byte_stream.hpp>
#include <support/loopback_socket.hpp>

namespace support {

/// A byte stream over a socket to a port of 127.0.0.1.
class socket_stream {
 public:
  /// `url` is such as `http://127.0.0.1:8000`.
  explicit socket_stream(std::string_view url)
      : port_(static_cast<std::uint16_t>(
            std::atoi(std::string(url.substr(url.rfind(':') + 1)).c_str()))) {}
  socket_stream(socket_stream&& other) noexcept
      : port_(other.port_), socket_(std::exchange(other.socket_, -1)) {}
  ~socket_stream() { close(); }

  bool reopen(medusa::duration limit) {
    close();
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    int const on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in const address = loopback_address(port_);
    if (::connect(socket_, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0)
      return true;
    int error = 0;
    socklen_t size = sizeof error;
    if (ready(POLLOUT, limit) && ::getsockopt(socket_, SOL_SOCKET, SO_ERROR, &error, &size) == 0 &&
        error == 0)
      return true;
    close();
    return false;
  }

  medusa::ext::stream_result read(std::span<char> into, medusa::duration limit) {
    if (socket_ < 0) return {.state = medusa::ext::stream_state::ended};
    if (!ready(POLLIN, limit)) return {};
    return moved(::recv(socket_, into.data(), into.size(), 0), medusa::ext::stream_state::ended);
  }
  medusa::ext::stream_result write(std::string_view from, medusa::duration limit) {
    if (socket_ < 0) return {.state = medusa::ext::stream_state::ended};
    if (!ready(POLLOUT, limit)) return {};
    return moved(::send(socket_, from.data(), from.size(), MSG_NOSIGNAL),
                 medusa::ext::stream_state::open);
  }

 private:
  bool ready(short what, medusa::duration limit) const {
    pollfd watched{socket_, what, 0};
    return ::poll(&watched, 1, static_cast<int>(limit.count())) > 0;
  }
  static medusa::ext::stream_result moved(ssize_t n, medusa::ext::stream_state at_zero) {
    if (n < 0) return {.state = medusa::ext::stream_state::failed};
    return {.count = static_cast<std::size_t>(n),
            .state = n == 0 ? at_zero : medusa::ext::stream_state::open};
  }
  void close() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
  }

  std::uint16_t port_;
  int socket_ = -1;
};

}  // namespace support
