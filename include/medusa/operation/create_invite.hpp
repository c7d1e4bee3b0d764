// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include <medusa/model/field.hpp>
#include <medusa/model/members.hpp>
#include <medusa/model/no_content.hpp>
#include <medusa/model/role.hpp>
#include <medusa/model/storage.hpp>
#include <medusa/operation/build_request.hpp>
#include <medusa/operation/encode_body.hpp>
#include <medusa/operation/operation.hpp>

namespace medusa::inline v0::admin {

/// Invites somebody to become an admin user (`POST /admin/invites`). The token goes to the server's
/// event `invite.created`, and into the list. For an address that was invited before, that
/// invitation is made anew: role, token and date of expiry change. The address of a user is
/// refused: `bad_request`.
struct create_invite {
  std::string_view user{};                       ///< required: an e-mail address
  field<admin::role> role{admin::role::member};  ///< the server wants one

  using field_table = member_list<member<"user", &create_invite::user, presence::required>,  //
                                  member<"role", &create_invite::role>>;

  static constexpr operation_info info{.method = method::post, .repeatable = false};
  template <storage S>
  using result_type = no_content;

  constexpr void encode(request_writer& w) const {
    w.path("/admin/invites");
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
