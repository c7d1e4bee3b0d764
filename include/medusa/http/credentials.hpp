// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/core/first_error.hpp>
#include <medusa/core/secret.hpp>
#include <medusa/core/slice.hpp>

namespace medusa::inline v0 {

namespace detail {
/// What stands before the value of the session's cookie.
inline constexpr char cookie_name[] = "connect.sid=";
inline constexpr std::size_t cookie_name_size = sizeof cookie_name - 1;

[[nodiscard]] constexpr bool begins_with(std::string_view const& text, char const* start) noexcept {
  for (char const c : text) {
    if (*start == '\0') return true;
    if (*start++ != c) return false;
  }
  return *start == '\0';
}
}  // namespace detail

/// A user's `api_token`, sent as `x-medusa-access-token`. (Since Medusa 1.17; a bearer token is
/// something else.)
struct api_token {
  secret_view value{};
};

/// The JWT that `get_token` gives, sent as `Authorization: Bearer`. Good for 24 hours.
struct bearer {
  secret_view value{};
};

/// The value of the cookie `connect.sid` that `create_session` gives; `connect.sid=` before it is
/// tolerated. Good for 10 hours, and gone when the server restarts.
struct session_cookie {
  secret_view value{};
};

/// By which header a client signs in, if any.
enum class credential_kind : std::uint8_t { none, api_token, bearer, session_cookie };

/// How a client signs in: at most one way at a time. A view of what somebody else owns.
class credentials {
 public:
  constexpr credentials() = default;
  constexpr credentials(api_token token) noexcept
      : credentials(credential_kind::api_token, token.value) {}
  constexpr credentials(bearer token) noexcept
      : credentials(credential_kind::bearer, token.value) {}
  constexpr credentials(session_cookie cookie) noexcept
      : credentials(credential_kind::session_cookie, cookie.value) {}

  // (Not in the body: g++ 12 lets no constructor of a constexpr object assign to its members.)
  constexpr credentials(credential_kind kind, secret_view value) noexcept
      : kind_(kind),
        value_(kind == credential_kind::session_cookie ? without_name(value) : value) {}

  /// The same for a value that was one's already, and has no name before it.
  [[nodiscard]] static constexpr credentials of_value(credential_kind kind,
                                                      secret_view const& value) noexcept {
    credentials c;
    c.kind_ = kind;
    c.value_ = value;
    return c;
  }

  [[nodiscard]] constexpr credential_kind kind() const noexcept { return kind_; }
  [[nodiscard]] constexpr secret_view value() const noexcept { return value_; }

 private:
  static constexpr secret_view without_name(secret_view const& cookie) noexcept {
    return detail::begins_with(cookie.reveal(), detail::cookie_name)
               ? slice(cookie.reveal(), detail::cookie_name_size)
               : cookie.reveal();
  }

  credential_kind kind_ = credential_kind::none;
  secret_view value_{};
};

/// One or more `cookie-octet` of RFC 6265 section 4.1.1.
[[nodiscard]] constexpr bool is_cookie_value(std::string_view const& value) noexcept {
  // Bytes from 0x80 on are below ' ' where char is signed, above 0x7F where it is not.
  for (char const c : value)
    if (c == '"' || c == ',' || c == ';' || c == '\\' || c <= ' ' || c >= 0x7F) return false;
  return !value.empty();
}

namespace detail {
[[nodiscard]] constexpr errc check_credentials(credentials const& c) noexcept {
  std::string_view const value = c.value().reveal();
  if (c.kind() == credential_kind::none) return errc{};
  if (value.empty()) return errc::missing_value;
  if (ascii::has_control(value)) return errc::control_character;
  if (c.kind() == credential_kind::session_cookie)
    return is_cookie_value(value) ? errc{} : errc::invalid_value;
  if (begins_with(value, "pk_")) return errc::publishable_key;
  // Spaces at the ends are trimmed on the way (RFC 9110 section 5.5), and a space ends a bearer
  // token (RFC 6750 section 2.1): another token would arrive.
  if (value.front() == ' ' || value.back() == ' ') return errc::invalid_value;
  if (c.kind() == credential_kind::bearer)
    for (char const each : value)
      if (each == ' ') return errc::invalid_value;
  return errc{};
}
}  // namespace detail

/// What is wrong with credentials, if anything: `missing_value`, `control_character`,
/// `publishable_key`, `invalid_value`.
[[nodiscard]] constexpr std::optional<errc> credentials_error(credentials const& c) noexcept {
  return detail::if_any(detail::check_credentials(c));
}

}  // namespace medusa::inline v0
