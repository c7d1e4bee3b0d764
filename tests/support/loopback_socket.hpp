// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstdlib>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace support {

/// A port of 127.0.0.1; 0 is a free one.
inline sockaddr_in loopback_address(int port = 0) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return address;
}

/// A socket on a free port of 127.0.0.1. One that does not listen refuses every connection, and
/// keeps the port from everybody else.
class loopback_socket {
 public:
  explicit loopback_socket(bool listens = true)
      : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address = loopback_address();
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    if (socket_ < 0 || ::bind(socket_, any, size) != 0 || (listens && ::listen(socket_, 16) != 0) ||
        ::getsockname(socket_, any, &size) != 0)
      std::abort();
    port_ = ntohs(address.sin_port);
  }
  loopback_socket(loopback_socket const&) = delete;
  loopback_socket& operator=(loopback_socket const&) = delete;
  ~loopback_socket() { ::close(socket_); }

  int get() const { return socket_; }
  int port() const { return port_; }

 private:
  int socket_;
  int port_ = 0;
};

}  // namespace support
