// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include <medusa/core/result.hpp>
#include <medusa/core/secret.hpp>
#include <medusa/http/credentials.hpp>
#include <medusa/http/response.hpp>
#include <medusa/model/members.hpp>
#include <medusa/model/session_token.hpp>
#include <medusa/operation/build_request.hpp>
#include <medusa/operation/encode_body.hpp>
#include <medusa/operation/operation.hpp>

namespace medusa::inline v0::admin {

/// Signs in with a bearer token (`POST /admin/auth/token`, Medusa 1.17 and later): the client that
/// calls it keeps the token and sends it from then on. Good for 24 hours, also across restarts of
/// the server; nothing revokes it. Wrong password and unknown e-mail are both `unauthorized`.
struct get_token {
  std::string_view email{};  ///< required
  secret_view password{};    ///< required

  using field_table = member_list<member<"email", &get_token::email, presence::required>,  //
                                  member<"password", &get_token::password, presence::required>>;

  static constexpr operation_info info{
      .method = method::post, .authenticated = false, .repeatable = false};
  template <storage S>
  using result_type = basic_session_token<S>;

  constexpr void encode(request_writer& w) const {
    w.path("/admin/auth/token");
    encode_body(w, *this);
  }

  /// The token; one that could not be sent in a header is `wrong_type`.
  template <response R, class Model>
  [[nodiscard]] static constexpr result<credentials, errc> obtained(R const&, Model const& token) {
    credentials const c(bearer{token.access_token.reveal()});
    if (credentials_error(c)) return unexpected(errc::wrong_type);
    return c;
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
