// SPDX-License-Identifier: MIT
#pragma once

#include <medusa/model/invite.hpp>
#include <medusa/operation/build_request.hpp>
#include <medusa/operation/operation.hpp>

namespace medusa::inline v0::admin {

/// Lists all invitations (`GET /admin/invites`): the server has no pages and no filters here, so on
/// bounded storage more of them than it takes are `too_many_items`.
struct list_invites {
  static constexpr operation_info info{.method = method::get};
  template <storage S>
  using result_type = basic_invite_list<S>;

  constexpr void encode(request_writer& w) const { w.path("/admin/invites"); }

  /// The request alone, for whoever moves the bytes; see `build_request`.
  template <request_memory Buffer, class Options>
  constexpr result<medusa::request, encode_error> request(
      Buffer& buffer, Options const& options,
      call_options const& call = default_call_options) const {
    return build_request(*this, buffer, options, call);
  }
};

}  // namespace medusa::inline v0::admin
