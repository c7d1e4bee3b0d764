// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_medusa/user_writes.hpp>

#include <doctest/doctest.h>

using namespace medusa::testing::fake;

TEST_CASE("fake created_user: defaults, and the order of the answer") {
  auto const body = *parse_json(R"({"password":"x","last_name":null,"email":"A@Example.com"})");
  stored_user const user = created_user(body);
  CHECK(user.email == "a@example.com");
  CHECK(user.role == "member");
  CHECK(!user.last_name);
  std::string text;
  for (std::string const& name : created_user_value(user, body).names) text += name + ' ';
  CHECK(text ==
        "email last_name id deleted_at role first_name api_token metadata created_at updated_at ");
  CHECK(!created_user(*parse_json(R"({"email":"a","role":null})")).role);
}

TEST_CASE("fake updated_user: what is absent stays, null clears") {
  stored_user const before{
      .role = "admin", .first_name = "Ada", .last_name = "L", .api_token = "t"};
  CHECK(updated_user(before, *parse_json("{}")) == before);
  stored_user const after =
      updated_user(before, *parse_json(R"({"first_name":null,"last_name":"","role":"member"})"));
  CHECK(!after.first_name);
  CHECK(after.last_name == "");
  CHECK(after.role == "member");
  CHECK(after.api_token == "t");
  CHECK(is_storable(after));
  CHECK(!is_storable(updated_user(before, *parse_json(R"({"first_name":"\u0000"})"))));
  CHECK(!is_storable(updated_user(before, *parse_json(R"({"metadata":{"a":"\u0000"}})"))));
}

TEST_CASE("fake merged_metadata") {
  auto const merge = [](std::optional<json_value> const& stored, std::string_view changes) {
    std::string out;
    append_json(out, merged_metadata(stored, *parse_json(changes)));
    return out;
  };
  auto const stored = parse_json(R"({"a":1,"b":{"c":1},"d":2})");
  CHECK(merge(stored, R"({"e":3,"b":{"x":1},"a":null})") ==
        R"({"a":null,"b":{"x":1},"d":2,"e":3})");
  CHECK(merge(stored, R"({"a":"","x":"","__proto__":1})") == R"({"b":{"c":1},"d":2})");
  CHECK(merge({}, "{}") == "{}");
}
