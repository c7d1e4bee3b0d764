// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_response.hpp>

#include <doctest/doctest.h>

#include <medusa/http/response.hpp>

using medusa::testing::fake_response;

static_assert(medusa::response_with_headers<fake_response>);

TEST_CASE("fake_response: status, body, headers of any letter case and number") {
  fake_response r(200, "text/plain", "body");
  r.add_header("Set-Cookie", "a=1");
  r.add_header("set-cookie", "b=2");
  CHECK(r.status() == 200);
  CHECK(r.body() == "body");
  CHECK(r.header("content-type") == "text/plain");
  CHECK(r.header("Set-Cookie") == "a=1");
  CHECK(r.header("Set-Cookie", 1) == "b=2");
  CHECK(!r.header("Set-Cookie", 2));
  CHECK(!fake_response(204).header("Content-Type"));
  CHECK(!fake_response(401, "", "x").header("Content-Type"));
}
