// SPDX-License-Identifier: MIT
#include <medusa/operation/delete_invite.hpp>

#include <doctest/doctest.h>

#include <medusa/model/fixed.hpp>
#include <medusa/operation/parse.hpp>
#include <operation/request.hpp>

#include <string_view>

using medusa::admin::delete_invite;

namespace {

constexpr bool test_uninvite_request() {
  return targets(delete_invite{.id = "invite_01M8DCNP2J1W10XVPAXMAD41KJ"},
                 "/admin/invites/invite_01M8DCNP2J1W10XVPAXMAD41KJ") &&
         refuses_bad_id([](std::string_view id) { return delete_invite{.id = id}; });
}
TEST_CASE("delete_invite: the request, and ids that name another route") {
  CHECK(test_uninvite_request());
}
static_assert(test_uninvite_request());

constexpr bool test_uninvite_answer() {
  auto const gone = medusa::parse<medusa::fixed<48, 1>>(
      delete_invite{.id = "invite_1"},
      medusa::response_view{200, R"({"id":"invite_1","object":"invite","deleted":true})"});
  return gone && gone->deleted && std::string_view(gone->object) == "invite";
}
TEST_CASE("delete_invite: the answer") { CHECK(test_uninvite_answer()); }
static_assert(test_uninvite_answer());

static_assert(delete_invite::info.method == medusa::method::del && delete_invite::info.repeatable);

}  // namespace
