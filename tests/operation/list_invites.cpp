// SPDX-License-Identifier: MIT
#include <medusa/operation/list_invites.hpp>

#include <doctest/doctest.h>

#include <medusa/model/fixed.hpp>
#include <medusa/operation/parse.hpp>
#include <operation/request.hpp>

using medusa::errc;
using medusa::admin::list_invites;

namespace {

constexpr bool test_invites_request() { return targets(list_invites{}, "/admin/invites"); }
TEST_CASE("list_invites: the request") { CHECK(test_invites_request()); }
static_assert(test_invites_request());

constexpr bool test_invites_answers() {
  using medusa::response_view;
  using two = medusa::fixed<48, 2>;
  auto const none = medusa::parse<two>(list_invites{}, response_view{200, R"({"invites":[]})"});
  auto const many = medusa::parse<two>(
      list_invites{},
      response_view{200, R"({"invites":[{"id":"1","user_email":"a"},{"id":"2","user_email":"b"},)"
                         R"({"id":"3","user_email":"c"}]})"});
  auto const incomplete =
      medusa::parse<two>(list_invites{}, response_view{200, R"({"invites":[{"id":"1"}]})"});
  return none && none->invites.empty() && !many && many.error().code == errc::too_many_items &&
         !incomplete && incomplete.error().code == errc::missing_member &&
         incomplete.error().path == "invites[0].user_email";
}
TEST_CASE("list_invites: none, more than fit, and what lacks its address") {
  CHECK(test_invites_answers());
}
static_assert(test_invites_answers());

static_assert(list_invites::info.method == medusa::method::get &&
              list_invites::info.authenticated && list_invites::info.repeatable);

}  // namespace
