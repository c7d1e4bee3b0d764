// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>

#include <sys/socket.h>

#include <medusa/core/ascii.hpp>

namespace support {

/// What the server does about one request.
struct reply {
  enum class ending { keep, close, reset };

  std::string bytes{};                   ///< as they go over the wire; none: no answer at all
  ending then = ending::keep;            ///< what becomes of the connection afterwards
  std::chrono::milliseconds before{0};   ///< wait before the first byte
  std::size_t piece = 0;                 ///< bytes sent at once; 0: all
  std::chrono::milliseconds between{0};  ///< wait between pieces
  std::chrono::milliseconds after{0};    ///< wait before the connection is ended
  std::string again{};  ///< then this over and over, until the client has had enough
};

/// An answer with a body and its Content-Length.
inline reply answer(int status, std::string_view body, std::string_view headers = "") {
  std::string bytes = "HTTP/1.1 " + std::to_string(status) + " Reason\r\n";
  bytes += headers;
  bytes += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
  bytes += body;
  return {.bytes = bytes};
}

inline void pause(std::chrono::milliseconds time, std::atomic<bool> const& stop) {
  auto const until = std::chrono::steady_clock::now() + time;
  while (!stop && std::chrono::steady_clock::now() < until)
    std::this_thread::sleep_for(std::min(time, std::chrono::milliseconds(2)));
}

/// False when the connection is to be closed.
inline bool play(int socket, reply const& r, std::atomic<bool> const& stop) {
  pause(r.before, stop);
  auto const say = [&](std::string_view rest) {
    while (!rest.empty() && !stop) {
      std::string_view const piece = rest.substr(0, r.piece == 0 ? rest.size() : r.piece);
      auto const sent = ::send(socket, piece.data(), piece.size(), MSG_NOSIGNAL);
      if (sent < 0 && errno == EAGAIN) continue;  // with SO_SNDTIMEO
      if (sent <= 0) return false;
      rest.remove_prefix(static_cast<std::size_t>(sent));
      if (!rest.empty()) pause(r.between, stop);
    }
    return true;
  };
  if (!say(r.bytes)) return false;
  while (!r.again.empty() && !stop)
    if (!say(r.again)) return false;
  if (r.then != reply::ending::keep) pause(r.after, stop);
  if (r.then == reply::ending::reset) {
    linger const at_once{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  }
  return r.then == reply::ending::keep;
}

/// Of the first request in `input`; more than there is while its head is not complete.
inline std::size_t request_size(std::string_view input) {
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

}  // namespace support
