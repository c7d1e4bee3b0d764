// SPDX-License-Identifier: MIT
#include <medusa/testing/redacted.hpp>

#include <doctest/doctest.h>

#include <string_view>

#include <medusa/http/credentials.hpp>

namespace {

using namespace medusa;
using namespace medusa::testing;

/// It stands in cookies, tokens and headers, and must pass their checks.
constexpr bool test_redacted_can_be_sent() {
  return !credentials_error(session_cookie{redacted}) && !credentials_error(bearer{redacted}) &&
         !credentials_error(api_token{redacted}) && is_cookie_value(redacted);
}

constexpr bool test_bodies_that_match() {
  return body_matches("", "") && body_matches(R"({"a":1})", R"({"a":1})") &&
         body_matches(R"({"a":"REDACTED","b":2})", R"({"a":"x","b":2})") &&
         body_matches(R"({"a":"REDACTED","b":2})", R"({"a":"\"},{[\\","b":2})") &&
         body_matches(R"({"a":"REDACTED"})", R"({"a":"REDACTED"})") &&
         body_matches(R"({"a":"REDACTED"})", R"({"a":17})") &&
         body_matches(R"({"a":"REDACTED"})", R"({"a":{"b":[1,"]",{"c":{}}]}})") &&
         body_matches(R"(["REDACTED","REDACTED"])", R"(["x","y"])") &&
         body_matches(R"("REDACTED")", R"("x")") && body_matches("REDACTED", "<html>");
}

constexpr bool test_bodies_that_do_not() {
  return !body_matches(R"({"a":1})", R"({"a":2})") &&
         !body_matches(R"({"a":"REDACTED"})", R"({"b":"x"})") &&
         !body_matches(R"({"a":"REDACTED","b":2})", R"({"a":"x","b":3})") &&
         !body_matches(R"({"a":"REDACTED","b":2})", R"({"a":"x"})") &&
         !body_matches(R"({"a":"REDACTED"})", R"({"a":"x","b":2})") &&
         !body_matches(R"({"a":"REDACTED"})", R"({"a":"x)") &&
         !body_matches(R"({"a":"REDACTED"})", "") &&
         !body_matches(R"({"a":"REDACTED."})", R"({"a":"x."})");  // only a whole value
}

constexpr bool test_targets() {
  return target_matches("/a?b=c", "/a?b=c") &&
         target_matches("/a?token=REDACTED", "/a?token=x%20/?") &&
         target_matches("/a?token=REDACTED&b=c", "/a?token=x&b=c") &&
         target_matches("/REDACTED/b", "/x/b") && target_matches("/REDACTED?b=c", "/x?b=c") &&
         !target_matches("/REDACTED/b", "/x/y/b") &&
         !target_matches("/a?token=REDACTED&b=c", "/a?token=x&b=d") &&
         !target_matches("/a?token=REDACTED", "/a") && !target_matches("/a", "/b");
}

constexpr bool test_header_values() {
  return header_matches("a", "a") && !header_matches("a", "b") && header_matches(redacted, "") &&
         header_matches(redacted, "a") && !header_matches("a", redacted);
}

}  // namespace

TEST_CASE("redacted: it can be sent") { CHECK(test_redacted_can_be_sent()); }
static_assert(test_redacted_can_be_sent());
TEST_CASE("redacted: bodies that match") { CHECK(test_bodies_that_match()); }
static_assert(test_bodies_that_match());
TEST_CASE("redacted: bodies that do not") { CHECK(test_bodies_that_do_not()); }
static_assert(test_bodies_that_do_not());
TEST_CASE("redacted: targets") { CHECK(test_targets()); }
static_assert(test_targets());
TEST_CASE("redacted: header values") { CHECK(test_header_values()); }
static_assert(test_header_values());
