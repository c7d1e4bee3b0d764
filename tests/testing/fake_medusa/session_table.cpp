// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_medusa/session_table.hpp>

#include <doctest/doctest.h>

using namespace medusa::testing::fake;

TEST_CASE("fake session_table: found by their cookie, until they are over") {
  session_table table;
  text_generator random(1);
  std::string const cookie = table.open(random, 1000).cookie;
  CHECK(cookie.size() == 80);
  CHECK(cookie.starts_with("s%3A"));
  std::string const header = "a=b; connect.sid=" + cookie + "; c=d";
  CHECK(table.find(header, 1000)->cookie == cookie);
  CHECK(table.find(header, 1000 + session_table::lifetime_ms - 1) != nullptr);
  CHECK(table.find(header, 1000 + session_table::lifetime_ms) == nullptr);
  CHECK(table.find("connect.sid=s%3Aother", 1000) == nullptr);
  CHECK(table.find("", 1000) == nullptr);
  table.close(cookie);
  CHECK(table.find(header, 1000) == nullptr);
}

TEST_CASE("fake set_cookie: with an HTTP date") {
  CHECK(set_cookie({.cookie = "s%3Ax.y", .expires_at = 784'111'777'000}) ==
        "connect.sid=s%3Ax.y; Path=/; Expires=Sun, 06 Nov 1994 08:49:37 GMT; HttpOnly");
  CHECK(set_cookie({.cookie = "c", .expires_at = 0}) ==
        "connect.sid=c; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly");
}
