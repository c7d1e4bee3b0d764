// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_medusa/tokens.hpp>

#include <doctest/doctest.h>

using namespace medusa::testing::fake;

TEST_CASE("fake tokens: what they hold, and how long they are good") {
  stored_user const user{.id = "usr_1", .email = "\"a b\"@example.com", .password_hash = "hash"};
  std::string const bearer = make_bearer_token(user, 1000, "secret");
  CHECK(read_jwt(bearer, "secret", 1000 + 24 * 60 * 60 - 1).state == jwt_state::good);
  CHECK(read_jwt(bearer, "secret", 1000 + 24 * 60 * 60).state == jwt_state::expired);
  CHECK(read_jwt(bearer, "secret", 1000).text("user_id") == "usr_1");
  CHECK(read_jwt(bearer, "secret", 1000).text("domain") == "admin");
  std::string const reset = make_reset_token(user, 1000);
  CHECK(read_jwt(reset, "hash", 1000 + 15 * 60 - 1).state == jwt_state::good);
  CHECK(read_jwt(reset, "hash", 1000 + 15 * 60).state == jwt_state::expired);
  CHECK(read_jwt(reset, "other", 1000).state == jwt_state::wrong_signature);
  CHECK(read_jwt(reset, "hash", 1000).text("email") == "\"a b\"@example.com");
}
