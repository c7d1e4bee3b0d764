// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include <medusa/client/steady_clock.hpp>
#include <medusa/ext/http1.hpp>
#include <support/socket_stream.hpp>

namespace support {

/// Our own HTTP/1.1 over a socket, with room for a body of 2 MiB.
inline auto loopback_http1(std::string_view url) {
  constexpr medusa::ext::http1_limits limits{.body = 2 * 1024 * 1024};
  return medusa::ext::http1_transport{socket_stream(url), medusa::steady_clock(),
                                      medusa::ext::http1_memory<limits>()};
}

}  // namespace support
