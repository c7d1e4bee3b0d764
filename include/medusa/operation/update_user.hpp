// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include <medusa/model/field.hpp>
#include <medusa/model/members.hpp>
#include <medusa/model/metadata_ref.hpp>
#include <medusa/model/role.hpp>
#include <medusa/model/user.hpp>
#include <medusa/operation/build_request.hpp>
#include <medusa/operation/encode_body.hpp>
#include <medusa/operation/operation.hpp>

namespace medusa::inline v0::admin {

/// What an update changes. What is not named stays as it is; null clears.
struct user_changes {
  field<std::string_view> first_name{};
  field<std::string_view> last_name{};
  field<admin::role> role{};
  field<secret_view> api_token{};  ///< not unique on the server; the way to give a user one
  /// Merged into the stored object at its top level: nested objects are replaced whole, and a
  /// member set to "" is deleted (null is stored as null).
  metadata_ref metadata{};

  using field_table = member_list<member<"first_name", &user_changes::first_name>,  //
                                  member<"last_name", &user_changes::last_name>,    //
                                  member<"role", &user_changes::role>,              //
                                  member<"api_token", &user_changes::api_token>,    //
                                  member<"metadata", &user_changes::metadata>>;
};

/// Changes a user (`POST /admin/users/:id`). Changing nothing is a success. E-mail and password
/// cannot be changed here.
struct update_user {
  std::string_view id{};  ///< required
  user_changes changes{};

  static constexpr operation_info info{.method = method::post, .envelope = "user"};
  template <storage S>
  using result_type = basic_user<S>;

  constexpr void encode(request_writer& w) const {
    w.user_path(id);
    w.refuse_control(medusa::detail::field_name<"api_token">,
                     changes.api_token->reveal());  // it could never be in a header
    encode_body(w, changes);
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
