// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <medusa/ext/http1/host_field.hpp>

namespace medusa::inline v0::ext::detail {

/// A URL, taken apart for libraries that want the parts: views into it.
struct url_parts {
  bool https = false;
  std::string_view origin{};  ///< `https://host:port`
  std::string_view host{};    ///< an IPv6 address without its brackets
  std::uint16_t port = 0;
  std::string_view target{};  ///< path and query

  /// Of a URL that `http1::host_field` finds a host in.
  explicit url_parts(std::string_view url) noexcept : https(http1::is_https(url)) {
    std::size_t const begin = https ? 8 : 7;
    std::size_t end = url.find_first_of("/?#", begin);
    if (end == url.npos) end = url.size();
    origin = url.substr(0, end);
    target = url.substr(end, url.find('#', end) - end);
    host = origin.substr(begin);
    port = https ? 443 : 80;
    std::size_t const colon = host.rfind(':');
    if (colon != host.npos && host.find(']', colon) == host.npos) {
      unsigned value = 0;
      for (char const digit : host.substr(colon + 1))
        value = value * 10 + static_cast<unsigned>(digit - '0');
      if (colon + 1 != host.size()) port = static_cast<std::uint16_t>(value);
      host = host.substr(0, colon);
    }
    if (host.starts_with('[')) host = host.substr(1, host.size() - 2);
  }
};

}  // namespace medusa::inline v0::ext::detail
