// SPDX-License-Identifier: MIT
#pragma once

#include "scratch.hpp"

using namespace contract;

TEST_CASE("contract: update_user tells absent, null and value apart") {
  scratch s;
  user const made = s.create(
      {.email = s.email(), .first_name = "Ada", .last_name = "Lovelace", .password = "s3cret"});

  user const renamed = value_of(s.users().update(made.id, {.first_name = "Grace"}));
  CHECK(renamed.first_name == "Grace");
  CHECK(renamed.last_name == "Lovelace");
  CHECK(renamed.role == role::member);
  CHECK(renamed.created_at == made.created_at);
  CHECK(value_of(s.users().retrieve(made.id)) == renamed);

  user const cleared = value_of(
      s.users().update(made.id, {.first_name = nullptr, .last_name = "", .role = nullptr}));
  CHECK(cleared.first_name.is_null());
  CHECK(cleared.last_name == "");
  CHECK(cleared.role.is_null());
  user const back =
      value_of(s.users().update(made.id, {.role = role::developer, .api_token = "tok_" + s.run()}));
  CHECK(back.role == role::developer);
  CHECK(back.api_token.has_value());
  CHECK(back.first_name.is_null());
  CHECK(value_of(s.users().update(made.id, {.api_token = nullptr})).api_token.is_null());
  the_world().covered("update_user: absent, null and value of every field");
}

TEST_CASE("contract: an update that changes nothing") {
  scratch s;
  user const made = s.create({.email = s.email(), .first_name = "Ada", .password = "s3cret"});
  user const same = value_of(s.users().update(made.id, {}));
  CHECK(same == made);
  CHECK(value_of(s.users().update(made.id, {.first_name = "Ada", .last_name = nullptr})) == made);
  std::string const target = "/admin/users/" + made.id;
  CHECK(s.post(target, R"({"first_name":"Ada"})").body().find("password_hash") ==
        std::string::npos);
  CHECK(s.post(target, R"({"metadata":null})").body().find("password_hash") == std::string::npos);
  CHECK(s.post(target, R"({"first_name":"Bea"})").body().ends_with(R"("password_hash":null}})"));
  client other = s.anonymous();
  CHECK(other.auth().create_session({.email = made.email, .password = "s3cret"}).has_value());
  the_world().covered(
      "update_user: nothing changed keeps updated_at; password_hash is null and harmless");
}

TEST_CASE("contract: updates that the server refuses") {
  scratch s;
  user const made = s.create();
  auto const message = [&](std::string_view id, std::string_view body) {
    return s.post("/admin/users/" + std::string(id), body).body();
  };
  auto const invalid = [](std::string_view text) {
    return R"({"type":"invalid_data","message":")" + std::string(text) + "\"}";
  };
  for (std::string_view const name :
       {"email", "password", "id", "password_hash", "deleted_at", "nickname"})
    CHECK(message(made.id, R"({")" + std::string(name) + R"(":"x"})") ==
          invalid("property " + std::string(name) + " should not exist"));
  CHECK(
      message(made.id,
              R"({"zz":1,"first_name":1,"last_name":2,"role":"x","api_token":3,"metadata":[1]})") ==
      invalid("property zz should not exist, first_name must be a string, last_name must be a "
              "string, role must be one "
              "of the following values: admin, member, developer, api_token must be a string, "
              "metadata must be an object"));
  for (std::string_view const bad : {"[]", "\"x\"", "1", "true"})
    CHECK(message(made.id, R"({"metadata":)" + std::string(bad) + "}") ==
          invalid("metadata must be an object"));
  CHECK(message(made.id, "[]") == invalid("an unknown value was passed to the validate function"));
  CHECK(message("usr_nope", R"({"zz":1})") == invalid("property zz should not exist"));
  CHECK(code_of(s.users().update("usr_nope", {.first_name = "x"})) == errc::not_found);
  CHECK(value_of(s.users().retrieve(made.id)) == made);
  the_world().covered("update_user: unknown properties, wrong types, validation before existence");
}

TEST_CASE("contract: metadata is merged, erased and kept as null") {
  scratch s;
  user const made = s.create();
  auto const set = [&](medusa::metadata const& m) {
    user const answered = value_of(s.users().update(made.id, {.metadata = m}));
    user const read = value_of(s.users().retrieve(made.id));
    CHECK(answered.updated_at == read.updated_at);
    return std::string(read.metadata->view());
  };
  CHECK(set(medusa::metadata()) == "{}");  // from null to an empty object, and never back
  CHECK(set(medusa::metadata().set("plan", "gold").set("seats", 5).set("a", true)) ==
        R"({"a":true,"plan":"gold","seats":5})");
  CHECK(set(medusa::metadata().set("seats", 6).set("b", nullptr)) ==
        R"({"a":true,"b":null,"plan":"gold","seats":6})");
  CHECK(set(medusa::metadata().erase("plan").erase("never").erase("b")) ==
        R"({"a":true,"seats":6})");
  CHECK(set(medusa::metadata().set("n", medusa::json::raw_view(R"({"x":1,"y":[1,{"z":""}]})"))) ==
        R"({"a":true,"n":{"x":1,"y":[1,{"z":""}]},"seats":6})");
  CHECK(set(medusa::metadata().set("n", medusa::json::raw_view(R"({"q":2})"))) ==
        R"({"a":true,"n":{"q":2},"seats":6})");
  CHECK(set(medusa::metadata()) == R"({"a":true,"n":{"q":2},"seats":6})");

  user const text =
      value_of(s.users().update(made.id, {.metadata = R"({"a":"","n":"","seats":"","kept":1})"}));
  CHECK(text.metadata->view() == R"({"kept":1})");
  user const again = value_of(s.users().update(made.id, {.metadata = R"({"kept":1})"}));
  CHECK(again.updated_at == text.updated_at);
  the_world().covered(
      "metadata: merge, erase, null, nested objects replaced whole, text and builder");
}

TEST_CASE("contract: metadata as JavaScript and PostgreSQL keep it") {
  scratch s;
  user const made = s.create();
  struct row {
    std::string_view sent;
    std::string_view kept;
  };
  row const rows[]{
      {"12345678901234567890", "12345678901234567000"},
      {"1.0", "1"},
      {"-0", "0"},
      {"1e2", "100"},
      {"1.10", "1.1"},
      {"1e21", "1e+21"},
      {"123456789012345678901", "123456789012345680000"},
      {"0.000001", "0.000001"},
      {"1e-7", "1e-7"},
      {"1.5e300", "1.5e+300"},
      {"-123456789.125", "-123456789.125"},
      {"9007199254740993", "9007199254740992"},
      {"1e400", "null"},
      {"0.1", "0.1"},
      {R"({"bb":1,"a":2,"10":3,"9":4})", R"({"9":4,"10":3,"a":2,"bb":1})"},
      {R"({"a":1,"a":2})", R"({"a":2})"},
      {"[[],{},\"\",null]", "[[],{},\"\",null]"},
  };
  for (row const& each : rows) {
    std::string const sent = R"({"v":)" + std::string(each.sent) + "}";
    CHECK_MESSAGE(s.users().update(made.id, {.metadata = sent}).has_value(), sent);
    CHECK(value_of(s.users().retrieve(made.id)).metadata->view() ==
          R"({"v":)" + std::string(each.kept) + "}");
  }
  answer const merged =
      s.post("/admin/users/" + made.id, R"({"metadata":{"zz":1,"__proto__":{"x":1},"a":2}})");
  CHECK(merged.body().find(R"("metadata":{"v":[[],{},"",null],"zz":1,"a":2})") !=
        std::string::npos);
  CHECK(value_of(s.users().retrieve(made.id)).metadata->view() ==
        R"({"a":2,"v":[[],{},"",null],"zz":1})");
  CHECK(s.post("/admin/users/" + made.id, R"({"metadata":{"v":"","b":[{"d":1,"c":2,"bb":3}]}})")
            .status() == 200);
  CHECK(value_of(s.users().retrieve(made.id)).metadata->view() ==
        R"({"a":2,"b":[{"c":2,"d":1,"bb":3}],"zz":1})");
  the_world().covered("metadata: numbers become doubles, names are ordered by the database");
}
