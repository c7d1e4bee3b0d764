// SPDX-License-Identifier: MIT
#pragma once

#include <medusa/core/result.hpp>
#include <medusa/http/credentials.hpp>
#include <medusa/http/response.hpp>
#include <medusa/model/no_content.hpp>
#include <medusa/model/storage.hpp>
#include <medusa/operation/build_request.hpp>
#include <medusa/operation/operation.hpp>

namespace medusa::inline v0::admin {

/// Signs out (`DELETE /admin/auth`): the client that calls it forgets its session or bearer token;
/// an API token it keeps. The server ends a session, but goes on taking a bearer token until it
/// expires. `unauthorized` when not signed in.
struct delete_session {
  static constexpr operation_info info{.method = method::del};
  template <storage S>
  using result_type = no_content;

  constexpr void encode(request_writer& w) const { w.path("/admin/auth"); }

  /// No credentials any more.
  template <response R, class Model>
  [[nodiscard]] static constexpr result<credentials, errc> obtained(R const&, Model const&) {
    return credentials();
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
