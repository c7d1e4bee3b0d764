// SPDX-License-Identifier: MIT
#pragma once

#include <data/wire_table.hpp>
#include <medusa/operation/create_session.hpp>
#include <medusa/operation/create_user.hpp>
#include <medusa/operation/delete_session.hpp>
#include <medusa/operation/delete_user.hpp>
#include <medusa/operation/get_session.hpp>
#include <medusa/operation/get_token.hpp>
#include <medusa/operation/list_users.hpp>
#include <medusa/operation/reset_password.hpp>
#include <medusa/operation/retrieve_user.hpp>
#include <medusa/operation/send_reset_password_token.hpp>
#include <medusa/operation/update_user.hpp>

namespace support {

/// Calls `f` with a value of the operation's type.
template <class F>
constexpr auto with_operation(wire::operation which, F&& f) {
  using namespace medusa::admin;
  switch (which) {
    case wire::operation::create_session: return f(create_session{});
    case wire::operation::create_user: return f(create_user{});
    case wire::operation::delete_session: return f(delete_session{});
    case wire::operation::delete_user: return f(delete_user{});
    case wire::operation::get_session: return f(get_session{});
    case wire::operation::get_token: return f(get_token{});
    case wire::operation::list_users: return f(list_users{});
    case wire::operation::reset_password: return f(reset_password{});
    case wire::operation::retrieve_user: return f(retrieve_user{});
    case wire::operation::send_reset_password_token: return f(send_reset_password_token{});
    case wire::operation::update_user: return f(update_user{});
  }
  return f(get_session{});
}

}  // namespace support
