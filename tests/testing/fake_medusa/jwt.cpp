// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_medusa/jwt.hpp>

#include <doctest/doctest.h>

using namespace medusa::testing::fake;

TEST_CASE("fake jwt: the same bytes as the package jsonwebtoken") {
  // A token of a real server, whose secret was "test-jwt-secret".
  CHECK(
      make_jwt(
          R"({"user_id":"usr_01M83JMHCK56N5NJD09J505GA0","domain":"admin","iat":1795416836,"exp":1795503236})",
          "test-jwt-secret") ==
      "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
      "eyJ1c2VyX2lkIjoidXNyXzAxTTgzSk1IQ0s1Nk41TkpEMDlKNTA1R0EwIiwiZG9tYWluIjoiYWRtaW4iLCJpYXQiOjE3"
      "OTU0MTY4MzYsImV4cC"
      "I6MTc5NTUwMzIzNn0.4IBcteYlS7ygJOqNrQ4u_SZUdkp1Gp58y_FemdN8d1I");
}

TEST_CASE("fake jwt: what can be wrong with a token") {
  std::string const token = make_jwt(R"({"email":"a","exp":100})", "key");
  CHECK(read_jwt(token, "key", 99).state == jwt_state::good);
  CHECK(read_jwt(token, "key", 99).text("email") == "a");
  CHECK(read_jwt(token, "key", 99).text("exp") == "");
  CHECK(read_jwt(token, "key", 100).state == jwt_state::expired);
  CHECK(read_jwt(token, "kex", 99).state == jwt_state::wrong_signature);
  CHECK(read_jwt(token, "kex", 99).text("email") == "a");
  CHECK(read_jwt(token + "x", "key", 99).state == jwt_state::wrong_signature);
  CHECK(read_jwt(make_jwt("{}", "key"), "key", 99).state == jwt_state::good);
  CHECK(read_jwt(make_jwt(R"({"exp":"1"})", "key"), "key", 99).state == jwt_state::good);
  for (std::string_view const text : {"", "a", "a.b", "a.b.c.d"})
    CHECK(read_jwt(text, "key", 0).state == jwt_state::not_three_parts);
  for (std::string_view const text : {"..", "a.b.c", "e30.e30=.x", "e30.YQ.x"})
    CHECK(read_jwt(text, "key", 0).state == jwt_state::unreadable);
}
