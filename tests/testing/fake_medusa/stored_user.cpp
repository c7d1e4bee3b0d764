// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_medusa/stored_user.hpp>

#include <doctest/doctest.h>

using namespace medusa::testing::fake;

TEST_CASE("fake stored_user: as JSON, without its hash, dates rounded down") {
  stored_user user{.id = "usr_1",
                   .created_at = 1'767'225'600'123'999,
                   .updated_at = 1'767'225'600'124'000,
                   .email = "a@example.com",
                   .password_hash = "hash"};
  std::string text;
  append_json(text, user_value(user));
  CHECK(
      text ==
      R"({"id":"usr_1","created_at":"2026-01-01T00:00:00.123Z","updated_at":"2026-01-01T00:00:00.124Z","deleted_at":null,)"
      R"("role":null,"email":"a@example.com","first_name":null,"last_name":null,"api_token":null,"metadata":null})");
  CHECK(column_value(user, "password_hash")->text == "hash");
  CHECK(!column_value(user, "nickname"));
  for (std::string_view const column : user_columns) CHECK(column_value(user, column));
}
