// SPDX-License-Identifier: MIT
#include <medusa/operation/delete_session.hpp>

#include <doctest/doctest.h>

#include <operation/request.hpp>

using medusa::admin::delete_session;

namespace {

constexpr bool test_request() {
  test_options const by_token{.base_url = "http://h:9000",
                              .credentials = medusa::bearer{"eyJ.e30.x"}};
  return writes(delete_session{},
                "DELETE http://h:9000/admin/auth\n"
                "Accept: application/json\n"
                "Authorization: Bearer eyJ.e30.x\n"
                "User-Agent: medusa-cpp\n"
                "\n",
                by_token);
}
TEST_CASE("delete_session: the request") { CHECK(test_request()); }
static_assert(test_request());

constexpr bool test_obtained() {
  auto const got = delete_session::obtained(medusa::response_view(200, "OK"), medusa::no_content{});
  return got && got->kind() == medusa::credential_kind::none;
}
TEST_CASE("delete_session: no credentials are left") { CHECK(test_obtained()); }
static_assert(test_obtained());

static_assert(delete_session::info.method == medusa::method::del &&
              delete_session::info.authenticated && delete_session::info.repeatable);

}  // namespace
