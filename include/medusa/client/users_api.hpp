// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include <medusa/client/user_range.hpp>
#include <medusa/http/call_options.hpp>
#include <medusa/operation/create_user.hpp>
#include <medusa/operation/delete_user.hpp>
#include <medusa/operation/list_users.hpp>
#include <medusa/operation/reset_password.hpp>
#include <medusa/operation/retrieve_user.hpp>
#include <medusa/operation/send_reset_password_token.hpp>
#include <medusa/operation/update_user.hpp>

namespace medusa::inline v0::admin {

/// The operations on users of a client, which must outlive it. Each is `client.call(operation)`;
/// see the operation for what it means and what can go wrong.
template <class Client>
class users_api {
 public:
  constexpr explicit users_api(Client& client) noexcept : client_(&client) {}

  constexpr auto create(create_user const& op,
                        call_options const& options = default_call_options) const {
    return client_->call(op, options);
  }
  /// Deletes; `delete` is a C++ keyword.
  constexpr auto remove(std::string_view id,
                        call_options const& options = default_call_options) const {
    return client_->call(delete_user{.id = id}, options);
  }
  constexpr auto list(list_users const& op = {},
                      call_options const& options = default_call_options) const {
    return client_->call(op, options);
  }
  /// All users that match, page by page as needed; `limit` is the size of a page. See `user_range`.
  [[nodiscard]] constexpr user_range<Client> all(
      list_users const& op = {}, call_options const& options = default_call_options) const {
    return user_range<Client>(*client_, op, options);
  }
  constexpr auto reset_password(admin::reset_password const& op,
                                call_options const& options = default_call_options) const {
    return client_->call(op, options);
  }
  constexpr auto retrieve(std::string_view id,
                          call_options const& options = default_call_options) const {
    return client_->call(retrieve_user{.id = id}, options);
  }
  constexpr auto send_reset_password_token(
      admin::send_reset_password_token const& op,
      call_options const& options = default_call_options) const {
    return client_->call(op, options);
  }
  constexpr auto update(std::string_view id, user_changes const& changes,
                        call_options const& options = default_call_options) const {
    return client_->call(update_user{.id = id, .changes = changes}, options);
  }

 private:
  Client* client_;
};

}  // namespace medusa::inline v0::admin
