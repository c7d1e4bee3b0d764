// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <utility>

#include <medusa/client/async_user_pages.hpp>
#include <medusa/client/completion_handler.hpp>
#include <medusa/client/users_api.hpp>
#include <medusa/http/call_options.hpp>
#include <medusa/operation/create_user.hpp>
#include <medusa/operation/delete_user.hpp>
#include <medusa/operation/list_users.hpp>
#include <medusa/operation/reset_password.hpp>
#include <medusa/operation/retrieve_user.hpp>
#include <medusa/operation/send_reset_password_token.hpp>
#include <medusa/operation/update_user.hpp>

namespace medusa::inline v0::admin {

/// The operations on users of an asynchronous client, which must outlive it: as in `users_api` to
/// be awaited, and each with a handler, which comes last and gets the result.
template <class Client>
class async_users_api : public users_api<Client> {
  using base = users_api<Client>;

 public:
  constexpr explicit async_users_api(Client& client) noexcept : base(client), client_(&client) {}

  using base::create;
  template <completion_handler<Client, create_user> H>
  constexpr void create(create_user const& op, H&& h) const {
    client_->call(op, std::forward<H>(h));
  }
  template <completion_handler<Client, create_user> H>
  constexpr void create(create_user const& op, call_options const& options, H&& h) const {
    client_->call(op, options, std::forward<H>(h));
  }

  using base::remove;
  template <completion_handler<Client, delete_user> H>
  constexpr void remove(std::string_view id, H&& h) const {
    client_->call(delete_user{.id = id}, std::forward<H>(h));
  }
  template <completion_handler<Client, delete_user> H>
  constexpr void remove(std::string_view id, call_options const& options, H&& h) const {
    client_->call(delete_user{.id = id}, options, std::forward<H>(h));
  }

  using base::list;
  template <completion_handler<Client, list_users> H>
  constexpr void list(list_users const& op, H&& h) const {
    client_->call(op, std::forward<H>(h));
  }
  template <completion_handler<Client, list_users> H>
  constexpr void list(list_users const& op, call_options const& options, H&& h) const {
    client_->call(op, options, std::forward<H>(h));
  }

  /// All users that match, page by page as needed; `limit` is the size of a page. See
  /// `async_user_pages`.
  [[nodiscard]] constexpr async_user_pages<Client> all(
      list_users const& op = {}, call_options const& options = default_call_options) const {
    return async_user_pages<Client>(*client_, op, options);
  }

  using base::reset_password;
  template <completion_handler<Client, admin::reset_password> H>
  constexpr void reset_password(admin::reset_password const& op, H&& h) const {
    client_->call(op, std::forward<H>(h));
  }
  template <completion_handler<Client, admin::reset_password> H>
  constexpr void reset_password(admin::reset_password const& op, call_options const& options,
                                H&& h) const {
    client_->call(op, options, std::forward<H>(h));
  }

  using base::retrieve;
  template <completion_handler<Client, retrieve_user> H>
  constexpr void retrieve(std::string_view id, H&& h) const {
    client_->call(retrieve_user{.id = id}, std::forward<H>(h));
  }
  template <completion_handler<Client, retrieve_user> H>
  constexpr void retrieve(std::string_view id, call_options const& options, H&& h) const {
    client_->call(retrieve_user{.id = id}, options, std::forward<H>(h));
  }

  using base::send_reset_password_token;
  template <completion_handler<Client, admin::send_reset_password_token> H>
  constexpr void send_reset_password_token(admin::send_reset_password_token const& op,
                                           H&& h) const {
    client_->call(op, std::forward<H>(h));
  }
  template <completion_handler<Client, admin::send_reset_password_token> H>
  constexpr void send_reset_password_token(admin::send_reset_password_token const& op,
                                           call_options const& options, H&& h) const {
    client_->call(op, options, std::forward<H>(h));
  }

  using base::update;
  template <completion_handler<Client, update_user> H>
  constexpr void update(std::string_view id, user_changes const& changes, H&& h) const {
    client_->call(update_user{.id = id, .changes = changes}, std::forward<H>(h));
  }
  template <completion_handler<Client, update_user> H>
  constexpr void update(std::string_view id, user_changes const& changes,
                        call_options const& options, H&& h) const {
    client_->call(update_user{.id = id, .changes = changes}, options, std::forward<H>(h));
  }

 private:
  Client* client_;
};

}  // namespace medusa::inline v0::admin
