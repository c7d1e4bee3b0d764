// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include <medusa/model/deletion.hpp>
#include <medusa/operation/build_request.hpp>
#include <medusa/operation/operation.hpp>

namespace medusa::inline v0::admin {

/// Deletes a user (`DELETE /admin/users/:id`). Success also for a user that is gone or never was.
/// The user's sessions and tokens of `get_token` go on working until they expire; its API token
/// does not.
struct delete_user {
  std::string_view id{};  ///< required

  static constexpr operation_info info{.method = method::del};
  template <storage S>
  using result_type = basic_deletion<S>;

  constexpr void encode(request_writer& w) const { w.user_path(id); }

  /// The request alone, for whoever moves the bytes; see `build_request`.
  template <request_memory Buffer, class Options>
  constexpr result<medusa::request, encode_error> request(
      Buffer& buffer, Options const& options,
      call_options const& call = default_call_options) const {
    return build_request(*this, buffer, options, call);
  }
};

}  // namespace medusa::inline v0::admin
