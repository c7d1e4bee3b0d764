// SPDX-License-Identifier: MIT
#pragma once

#include <medusa/model/user.hpp>
#include <medusa/operation/build_request.hpp>
#include <medusa/operation/operation.hpp>

namespace medusa::inline v0::admin {

/// Tells who is signed in (`GET /admin/auth`), whichever the way. `bad_request` when the user has
/// been deleted since.
struct get_session {
  static constexpr operation_info info{.method = method::get, .envelope = "user"};
  template <storage S>
  using result_type = basic_user<S>;

  constexpr void encode(request_writer& w) const { w.path("/admin/auth"); }

  /// The request alone, for whoever moves the bytes; see `build_request`.
  template <request_memory Buffer, class Options>
  constexpr result<medusa::request, encode_error> request(
      Buffer& buffer, Options const& options,
      call_options const& call = default_call_options) const {
    return build_request(*this, buffer, options, call);
  }
};

}  // namespace medusa::inline v0::admin
