// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include <medusa/core/secret.hpp>
#include <medusa/model/field.hpp>
#include <medusa/model/members.hpp>
#include <medusa/model/role.hpp>
#include <medusa/model/user.hpp>
#include <medusa/operation/build_request.hpp>
#include <medusa/operation/encode_body.hpp>
#include <medusa/operation/operation.hpp>

namespace medusa::inline v0::admin {

/// Creates a user (`POST /admin/users`). The server stores the e-mail in lower case; a duplicate is
/// a `bad_request`, or `unprocessable` when two creates race. It ignores idempotency keys, so a
/// repeated create whose first answer was lost is refused as duplicate.
struct create_user {
  std::string_view email{};  ///< required
  field<std::string_view> first_name{};
  field<std::string_view> last_name{};
  field<admin::role> role{};  ///< the server's default is `member`
  secret_view password{};     ///< required; the server would take "" and lock the user out

  using field_table = member_list<member<"email", &create_user::email, presence::required>,  //
                                  member<"first_name", &create_user::first_name>,            //
                                  member<"last_name", &create_user::last_name>,              //
                                  member<"role", &create_user::role>,                        //
                                  member<"password", &create_user::password, presence::required>>;

  static constexpr operation_info info{
      .method = method::post, .repeatable = false, .envelope = "user"};
  template <storage S>
  using result_type = basic_user<S>;

  constexpr void encode(request_writer& w) const {
    w.path("/admin/users");
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
