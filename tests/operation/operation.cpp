// SPDX-License-Identifier: MIT
#include <medusa/operation/operation.hpp>

#include <medusa/model/no_content.hpp>
#include <medusa/model/storage.hpp>
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

#include <doctest/doctest.h>

#include <type_traits>

namespace {

using namespace medusa::admin;
using medusa::operation;
using medusa::operation_info;
using medusa::request_writer;

template <class... Op>
constexpr bool all_operations = (operation<Op> && ...) && (std::is_aggregate_v<Op> && ...) &&
                                (std::is_trivially_copyable_v<Op> && ...);
static_assert(all_operations<create_session, create_user, delete_session, delete_user, get_session,
                             get_token, list_users, reset_password, retrieve_user,
                             send_reset_password_token, update_user>);

struct of_a_user {
  static constexpr operation_info info{.method = medusa::method::get};
  template <medusa::storage S>
  using result_type = medusa::no_content;
  void encode(request_writer& w) const { w.path("/mine"); }
};
struct without_info {
  void encode(request_writer&) const {}
};
struct with_another_info {
  static constexpr int info = 0;
  void encode(request_writer&) const {}
};
struct without_encode {
  static constexpr operation_info info{};
};
struct encodes_a_copy {
  static constexpr operation_info info{};
  void encode(request_writer&&) const {}
};
struct encodes_once {
  static constexpr operation_info info{};
  void encode(request_writer&) {}
};
struct encodes_something {
  static constexpr operation_info info{};
  bool encode(request_writer&) const { return true; }
};
static_assert(operation<of_a_user>);
static_assert(!operation<int> && !operation<without_info> && !operation<with_another_info> &&
              !operation<without_encode> && !operation<encodes_a_copy> &&
              !operation<encodes_once> && !operation<encodes_something>);

constexpr bool test_info() {
  constexpr operation_info info;
  return info.method == medusa::method::get && info.authenticated && info.repeatable &&
         info.envelope.empty();
}
TEST_CASE("operation: what one is unless it says otherwise") { CHECK(test_info()); }
static_assert(test_info());

/// After an answer that was lost, only what changes nothing the second time is repeated; none of
/// the operations that need no credentials carries any.
constexpr bool test_rules() {
  return get_session::info.repeatable && list_users::info.repeatable &&
         retrieve_user::info.repeatable && delete_session::info.repeatable &&
         delete_user::info.repeatable && update_user::info.repeatable &&
         !create_user::info.repeatable && !create_session::info.repeatable &&
         !get_token::info.repeatable && !reset_password::info.repeatable &&
         !send_reset_password_token::info.repeatable && create_user::info.authenticated &&
         delete_session::info.authenticated && delete_user::info.authenticated &&
         get_session::info.authenticated && list_users::info.authenticated &&
         retrieve_user::info.authenticated && update_user::info.authenticated &&
         !create_session::info.authenticated && !get_token::info.authenticated &&
         !reset_password::info.authenticated && !send_reset_password_token::info.authenticated;
}
TEST_CASE("operation: what may be repeated, and what carries credentials") { CHECK(test_rules()); }
static_assert(test_rules());

}  // namespace
