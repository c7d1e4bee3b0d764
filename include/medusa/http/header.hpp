// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/core/first_error.hpp>

namespace medusa::inline v0 {

/// One header field; views that the maker of the header keeps alive.
struct header {
  std::string_view name{};
  std::string_view value{};
};

namespace detail {
/// Bytes of the names and values.
[[nodiscard]] constexpr std::size_t bytes_of(std::span<header const> const& all) noexcept {
  std::size_t total = 0;
  for (std::size_t i = 0; i < all.size(); ++i) total += all[i].name.size() + all[i].value.size();
  return total;
}

/// `tchar` of RFC 9110 section 5.6.2.
inline constexpr ascii::char_set tchar("!#$%&'*+-.^_`|~");
}  // namespace detail

/// A `token` of RFC 9110 section 5.6.2.
[[nodiscard]] constexpr bool is_token(std::string_view const& name) noexcept {
  for (char const c : name)
    if (!detail::tchar.has(c)) return false;
  return !name.empty();
}

/// Headers that frame or route the message, or speak of the connection: the transport sets them,
/// and two opinions about them are request smuggling (RFC 9112 sections 6.1, 11.2) or, in HTTP/2, a
/// malformed request (RFC 9113 section 8.2.2).
[[nodiscard]] constexpr bool is_transport_header(std::string_view const& name) noexcept {
  return ascii::is_listed(
      name,
      "host,content-length,transfer-encoding,connection,keep-alive,proxy-connection,expect,te,"
      "trailer,upgrade");
}

/// Headers by which the server knows who is asking.
[[nodiscard]] constexpr bool is_credential_header(std::string_view const& name) noexcept {
  return ascii::is_listed(name, "authorization,cookie,x-medusa-access-token");
}

/// Headers whose value must not be shown, those of responses included.
[[nodiscard]] constexpr bool is_secret_header(std::string_view const& name) noexcept {
  return is_credential_header(name) || ascii::is_listed(name, "set-cookie,proxy-authorization");
}

namespace detail {
[[nodiscard]] constexpr errc check_header(header const& h) noexcept {
  if (ascii::has_control(h.name) || ascii::has_control(h.value)) return errc::control_character;
  return !is_token(h.name) || is_transport_header(h.name) ? errc::invalid_header : errc{};
}
}  // namespace detail

/// What is wrong with a header that a user wants sent, if anything: `invalid_header`,
/// `control_character`. Control characters are refused, never stripped: a CR or LF would begin
/// another header.
[[nodiscard]] constexpr std::optional<errc> header_error(header const& h) noexcept {
  return detail::if_any(detail::check_header(h));
}

}  // namespace medusa::inline v0
