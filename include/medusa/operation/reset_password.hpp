// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include <medusa/core/secret.hpp>
#include <medusa/model/field.hpp>
#include <medusa/model/members.hpp>
#include <medusa/model/user.hpp>
#include <medusa/operation/build_request.hpp>
#include <medusa/operation/encode_body.hpp>
#include <medusa/operation/operation.hpp>

namespace medusa::inline v0::admin {

/// Sets a new password with the token of a reset event (`POST /admin/users/reset-password`). Needs
/// no credentials and sends none. A token is good for 15 minutes and for one use. The server
/// answers 500 to one that is expired or used, which is `reset_token_rejected` here, and 400
/// "invalid token" to what is no token. Existing sessions and tokens of `get_token` stay good.
struct reset_password {
  field<std::string_view> email{};  ///< the token's own e-mail, when left out
  secret_view token{};              ///< required
  secret_view password{};           ///< required; the server would take "" and lock the user out

  using field_table =
      member_list<member<"email", &reset_password::email>,                      //
                  member<"token", &reset_password::token, presence::required>,  //
                  member<"password", &reset_password::password, presence::required>>;

  static constexpr operation_info info{
      .method = method::post, .authenticated = false, .repeatable = false, .envelope = "user"};
  template <storage S>
  using result_type = basic_user<S>;

  constexpr void encode(request_writer& w) const {
    w.path("/admin/users/reset-password");
    encode_body(w, *this);
  }

  [[nodiscard]] static constexpr errc rejected(errc code, int status) noexcept {
    return status == 500 ? errc::reset_token_rejected : code;
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
