// SPDX-License-Identifier: MIT
#include <medusa/http/set_cookie.hpp>

#include <doctest/doctest.h>

#include <optional>

#include <support/hidden.hpp>

using medusa::cookie_value;

namespace {

constexpr bool test_session_cookie() {
  return cookie_value(
             "connect.sid=s%3ArI_E.2Fedr%2BzA; Path=/; Expires=Mon, 23 Nov 2026 17:14:53 GMT; "
             "HttpOnly",
             "connect.sid") == "s%3ArI_E.2Fedr%2BzA";
}
TEST_CASE("the session cookie as the server sends it") { CHECK(test_session_cookie()); }
static_assert(test_session_cookie());

constexpr bool test_forms() {
  return cookie_value("a=1", "a") == "1" && cookie_value("a=1;", "a") == "1" &&
         cookie_value(" a = 1 ; Secure", "a") == "1" && cookie_value("\ta\t=\t1\t", "a") == "1" &&
         cookie_value("a=b=c==", "a") == "b=c==" && cookie_value("a=\"1\"", "a") == "\"1\"" &&
         cookie_value("a=x y", "a") == "x y";
}
TEST_CASE("the value is what stands between = and ;") { CHECK(test_forms()); }
static_assert(test_forms());

constexpr bool test_empty_value() {
  return cookie_value("a=", "a") == "" && cookie_value("a= ; Max-Age=0", "a") == "";
}
TEST_CASE("a deleted cookie has an empty value") { CHECK(test_empty_value()); }
static_assert(test_empty_value());

constexpr bool test_other_cookies() {
  return !cookie_value("b=1", "a") && !cookie_value("A=1", "a") && !cookie_value("aa=1", "a") &&
         !cookie_value("b=1; a=2", "a") && !cookie_value("b=a=1", "a") && !cookie_value("a", "a") &&
         !cookie_value(support::hidden(std::string_view("a; a=1")), "a") &&
         !cookie_value("", "a") && !cookie_value(";a=1", "a") && !cookie_value("b=1, a=2", "a") &&
         !cookie_value("\"a\"=1", "a");
}
TEST_CASE("another cookie is none") { CHECK(test_other_cookies()); }
static_assert(test_other_cookies());

constexpr bool test_nameless() {
  return !cookie_value(support::hidden(std::string_view("=1")), "") && !cookie_value("1", "");
}
TEST_CASE("a cookie without a name is ignored, as RFC 6265 has it") { CHECK(test_nameless()); }
static_assert(test_nameless());

}  // namespace
