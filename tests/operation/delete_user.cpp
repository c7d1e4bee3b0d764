// SPDX-License-Identifier: MIT
#include <medusa/operation/delete_user.hpp>

#include <doctest/doctest.h>

#include <operation/request.hpp>

#include <string_view>

using medusa::admin::delete_user;

namespace {

constexpr bool test_request() {
  return writes(delete_user{.id = "usr_01M83KGE5DMKKCCQ035KDEG4ET"},
                "DELETE http://h:9000/admin/users/usr_01M83KGE5DMKKCCQ035KDEG4ET\n"
                "Accept: application/json\n"
                "x-medusa-access-token: tok_1\n"
                "User-Agent: medusa-cpp\n"
                "\n") &&
         targets(delete_user{.id = "a/b c\u4e2d"}, "/admin/users/a%2Fb%20c%E4%B8%AD");
}
TEST_CASE("delete_user: the request, without the body {} of the JavaScript client") {
  CHECK(test_request());
}
static_assert(test_request());

constexpr bool test_id() {
  auto const make = [](std::string_view id) { return delete_user{.id = id}; };
  return refuses_bad_id(make) && refuses_long_id(make, 26);
}
TEST_CASE("delete_user: ids that name another route, or none") { CHECK(test_id()); }
static_assert(test_id());

static_assert(delete_user::info.method == medusa::method::del && delete_user::info.authenticated &&
              delete_user::info.repeatable && delete_user::info.envelope.empty());

}  // namespace
