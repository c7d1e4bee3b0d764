// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include <medusa/client/auth_api.hpp>
#include <medusa/client/completion_handler.hpp>
#include <medusa/http/call_options.hpp>
#include <medusa/operation/create_session.hpp>
#include <medusa/operation/delete_session.hpp>
#include <medusa/operation/get_session.hpp>
#include <medusa/operation/get_token.hpp>

namespace medusa::inline v0::admin {

/// Signing an asynchronous client in and out: as in `auth_api` to be awaited, and each with a
/// handler, which comes last and gets the result. Calls that were begun before keep the credentials
/// they had.
template <class Client>
class async_auth_api : public auth_api<Client> {
  using base = auth_api<Client>;

 public:
  constexpr explicit async_auth_api(Client& client) noexcept : base(client), client_(&client) {}

  using base::create_session;
  template <completion_handler<Client, admin::create_session> H>
  constexpr void create_session(admin::create_session const& op, H&& h) const {
    client_->call(op, std::forward<H>(h));
  }
  template <completion_handler<Client, admin::create_session> H>
  constexpr void create_session(admin::create_session const& op, call_options const& options,
                                H&& h) const {
    client_->call(op, options, std::forward<H>(h));
  }

  using base::get_token;
  template <completion_handler<Client, admin::get_token> H>
  constexpr void get_token(admin::get_token const& op, H&& h) const {
    client_->call(op, std::forward<H>(h));
  }
  template <completion_handler<Client, admin::get_token> H>
  constexpr void get_token(admin::get_token const& op, call_options const& options, H&& h) const {
    client_->call(op, options, std::forward<H>(h));
  }

  using base::get_session;
  template <completion_handler<Client, admin::get_session> H>
  constexpr void get_session(H&& h) const {
    client_->call(admin::get_session{}, std::forward<H>(h));
  }
  template <completion_handler<Client, admin::get_session> H>
  constexpr void get_session(call_options const& options, H&& h) const {
    client_->call(admin::get_session{}, options, std::forward<H>(h));
  }

  using base::delete_session;
  template <completion_handler<Client, admin::delete_session> H>
  constexpr void delete_session(H&& h) const {
    client_->call(admin::delete_session{}, std::forward<H>(h));
  }
  template <completion_handler<Client, admin::delete_session> H>
  constexpr void delete_session(call_options const& options, H&& h) const {
    client_->call(admin::delete_session{}, options, std::forward<H>(h));
  }

 private:
  Client* client_;
};

}  // namespace medusa::inline v0::admin
