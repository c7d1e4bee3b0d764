// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include <medusa/model/members.hpp>
#include <medusa/model/no_content.hpp>
#include <medusa/model/storage.hpp>
#include <medusa/operation/build_request.hpp>
#include <medusa/operation/encode_body.hpp>
#include <medusa/operation/operation.hpp>

namespace medusa::inline v0::admin {

/// Has the server make a token for `reset_password` (`POST /admin/users/password-token`). Needs no
/// credentials and sends none. Success says nothing about whether such a user exists. The token
/// goes to the server's event `user.password_reset` within about three seconds, never into the
/// response.
struct send_reset_password_token {
  std::string_view email{};  ///< required

  using field_table =
      member_list<member<"email", &send_reset_password_token::email, presence::required>>;

  static constexpr operation_info info{
      .method = method::post, .authenticated = false, .repeatable = false};
  template <storage S>
  using result_type = no_content;

  constexpr void encode(request_writer& w) const {
    w.path("/admin/users/password-token");
    encode_body(w, *this);
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
