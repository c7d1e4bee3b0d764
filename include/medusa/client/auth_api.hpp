// SPDX-License-Identifier: MIT
#pragma once

#include <medusa/http/call_options.hpp>
#include <medusa/operation/create_session.hpp>
#include <medusa/operation/delete_session.hpp>
#include <medusa/operation/get_session.hpp>
#include <medusa/operation/get_token.hpp>

namespace medusa::inline v0::admin {

/// Signing a client in and out. Both ways in put what they obtain into the client, in place of the
/// credentials it had. The client must outlive this object.
template <class Client>
class auth_api {
 public:
  constexpr explicit auth_api(Client& client) noexcept : client_(&client) {}

  constexpr auto create_session(admin::create_session const& op,
                                call_options const& options = default_call_options) const {
    return client_->call(op, options);
  }
  constexpr auto get_token(admin::get_token const& op,
                           call_options const& options = default_call_options) const {
    return client_->call(op, options);
  }
  constexpr auto get_session(call_options const& options = default_call_options) const {
    return client_->call(admin::get_session{}, options);
  }
  constexpr auto delete_session(call_options const& options = default_call_options) const {
    return client_->call(admin::delete_session{}, options);
  }

 private:
  Client* client_;
};

}  // namespace medusa::inline v0::admin
