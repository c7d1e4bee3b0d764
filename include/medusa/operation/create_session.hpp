// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include <medusa/core/result.hpp>
#include <medusa/core/secret.hpp>
#include <medusa/http/credentials.hpp>
#include <medusa/http/response.hpp>
#include <medusa/http/set_cookie.hpp>
#include <medusa/model/members.hpp>
#include <medusa/model/user.hpp>
#include <medusa/operation/build_request.hpp>
#include <medusa/operation/encode_body.hpp>
#include <medusa/operation/operation.hpp>

namespace medusa::inline v0::admin {

/// Signs in with a session (`POST /admin/auth`): the client that calls it keeps the cookie and
/// sends it from then on. Good for 10 hours from login, not renewed, gone when the server restarts.
/// Wrong password and unknown e-mail are both `unauthorized`. No credentials are sent, so that the
/// server always makes a new session.
struct create_session {
  std::string_view email{};  ///< required
  secret_view password{};    ///< required

  using field_table =
      member_list<member<"email", &create_session::email, presence::required>,  //
                  member<"password", &create_session::password, presence::required>>;

  static constexpr operation_info info{
      .method = method::post, .authenticated = false, .repeatable = false, .envelope = "user"};
  template <storage S>
  using result_type = basic_user<S>;

  constexpr void encode(request_writer& w) const {
    w.path("/admin/auth");
    encode_body(w, *this);
  }

  /// The session cookie; `missing_cookie` without one.
  template <response R, class Model>
  [[nodiscard]] static constexpr result<credentials, errc> obtained(R const& response,
                                                                    Model const&) {
    static_assert(response_with_headers<R>,
                  "create_session needs the response's Set-Cookie: give the response a member "
                  "`std::optional<std::string_view> header(std::string_view name) const`");
    for (std::size_t n = 0;; ++n) {
      auto const field = nth_header(response, "Set-Cookie", n);
      if (!field) return unexpected(errc::missing_cookie);
      auto const value = cookie_value(*field, "connect.sid");
      if (value && is_cookie_value(*value)) return credentials(session_cookie{*value});
    }
  }

  /// The request alone, for whoever moves the bytes; see `build_request`.
  template <request_memory Buffer, class Options>
  constexpr result<medusa::request, encode_error> request(
      Buffer& buffer, Options const& options,
      call_options const& call = default_call_options) const {
    return build_request(*this, buffer, options, call);
  }
};

}  // namespace medusa::inline v0::admin
