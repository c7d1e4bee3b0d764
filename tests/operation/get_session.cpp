// SPDX-License-Identifier: MIT
#include <medusa/operation/get_session.hpp>

#include <doctest/doctest.h>

#include <operation/request.hpp>

using medusa::admin::get_session;

namespace {

constexpr bool test_request() {
  test_options const by_cookie{.base_url = "http://h:9000",
                               .credentials = medusa::session_cookie{"connect.sid=s%3Aa.b"}};
  return writes(get_session{},
                "GET http://h:9000/admin/auth\n"
                "Accept: application/json\n"
                "Cookie: connect.sid=s%3Aa.b\n"
                "User-Agent: medusa-cpp\n"
                "\n",
                by_cookie);
}
TEST_CASE("get_session: the request") { CHECK(test_request()); }
static_assert(test_request());

static_assert(get_session::info.method == medusa::method::get && get_session::info.authenticated &&
              get_session::info.repeatable && get_session::info.envelope == "user");

}  // namespace
