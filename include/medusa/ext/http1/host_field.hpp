// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/slice.hpp>
#include <medusa/http/base_url.hpp>

namespace medusa::inline v0::ext::http1 {

/// Whether the scheme of `url` is `https`, in any case.
[[nodiscard]] constexpr bool is_https(std::string_view url) noexcept {
  return ascii::iequals(slice(url, 0, 8), "https://");
}

/// The value of the Host field for a URL (RFC 9112 section 3.2): host and port, without the port
/// that the scheme has anyway (RFC 9110 section 4.2.3). Empty when the URL has no valid host, or
/// carries user information, which must not be sent on (RFC 9110 section 4.2.4). A view into `url`.
[[nodiscard]] constexpr std::string_view host_field(std::string_view url) noexcept {
  bool const https = is_https(url);
  if (!https && !ascii::iequals(slice(url, 0, 7), "http://")) return {};
  url.remove_prefix(https ? 8 : 7);
  medusa::detail::url_scanner in{url.data(), url.data() + url.size()};
  if (!in.host() || !in.port()) return {};
  if (char const next = in.peek(); in.at != in.end && next != '/' && next != '?' && next != '#')
    return {};
  std::string_view host = slice(url, 0, static_cast<std::size_t>(in.at - url.data()));
  std::string_view const usual_port = https ? ":443" : ":80";
  if (host.ends_with(usual_port)) host.remove_suffix(usual_port.size());
  return host;
}

}  // namespace medusa::inline v0::ext::http1
