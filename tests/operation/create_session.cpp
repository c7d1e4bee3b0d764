// SPDX-License-Identifier: MIT
#include <medusa/operation/create_session.hpp>

#include <doctest/doctest.h>

#include <operation/request.hpp>

#include <array>
#include <string_view>

using medusa::errc;
using medusa::header;
using medusa::response_view;
using medusa::admin::create_session;

namespace {

constexpr bool test_request() {
  return writes(create_session{.email = "admin@medusa-test.com", .password = "supersecret"},
                "POST http://h:9000/admin/auth\n"
                "Accept: application/json\n"
                "Content-Type: application/json\n"
                "User-Agent: medusa-cpp\n"
                "\n"
                R"({"email":"admin@medusa-test.com","password":"supersecret"})",
                signed_in);
}
TEST_CASE("create_session: the request, without the client's credentials") {
  CHECK(test_request());
}
static_assert(test_request());

constexpr bool test_refused() {
  return refuses(create_session{}, errc::missing_value, "email") &&
         refuses(create_session{.email = "x"}, errc::missing_value, "password") &&
         refuses(create_session{.email = "x", .password = "\xFF"}, errc::invalid_utf8,
                 "password") &&
         refuses_bad_text(
             [](std::string_view t) { return create_session{.email = t, .password = "p"}; },
             "email");
}
TEST_CASE("create_session: values that cannot be sent") { CHECK(test_refused()); }
static_assert(test_refused());

constexpr bool obtains(std::span<header const> headers, std::string_view wanted) {
  auto const got = create_session::obtained(response_view(200, "", headers), 0);
  return got && got->kind() == medusa::credential_kind::session_cookie &&
         got->value().reveal() == wanted;
}
constexpr bool obtains_nothing(std::span<header const> headers) {
  auto const got = create_session::obtained(response_view(200, "", headers), 0);
  return !got && got.error() == errc::missing_cookie;
}

constexpr bool test_cookie() {
  std::array const one{header{"Date", "x"},
                       header{"set-cookie", "connect.sid=s%3Aa.b%2Bc; Path=/; HttpOnly"}};
  std::array const second{header{"Set-Cookie", "lang=en"},
                          header{"Set-Cookie", "connect.sid=s%3Aa"}};
  std::array const after_bad{
      header{"Set-Cookie", "connect.sid=; Path=/"}, header{"Set-Cookie", "connect.sid=a b"},
      header{"Set-Cookie", "connect.sid=\"a\""}, header{"Set-Cookie", "connect.sid=good"}};
  return obtains(one, "s%3Aa.b%2Bc") && obtains(second, "s%3Aa") && obtains(after_bad, "good");
}
TEST_CASE("create_session: the session cookie is found among others") { CHECK(test_cookie()); }
static_assert(test_cookie());

constexpr bool test_no_cookie() {
  std::array const other{header{"Set-Cookie", "lang=en"}, header{"Cookie", "connect.sid=x"}};
  std::array const unusable{
      header{"Set-Cookie", "connect.sid=; Expires=Thu, 01 Jan 1970 00:00:00 GMT"},
      header{"Set-Cookie", "Connect.Sid=x"}, header{"Set-Cookie", "connect.sid=a\r\nX: y"},
      header{"Set-Cookie", "connect.sid"}};
  return obtains_nothing({}) && obtains_nothing(other) && obtains_nothing(unusable);
}
TEST_CASE("create_session: a login without a cookie that could be sent again") {
  CHECK(test_no_cookie());
}
static_assert(test_no_cookie());

static_assert(create_session::info.method == medusa::method::post &&
              !create_session::info.authenticated && !create_session::info.repeatable &&
              create_session::info.envelope == "user");

}  // namespace
