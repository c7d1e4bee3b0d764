// SPDX-License-Identifier: MIT
#pragma once

#include "scratch.hpp"

using namespace contract;

TEST_CASE("contract: create_user, and what the server makes of it") {
  scratch s;
  std::string const email = s.email("Ada.MIXED");
  user const made = s.create({.email = email, .password = "s3cret"});
  CHECK(made.id.starts_with("usr_"));
  CHECK(made.id.size() == 30);
  CHECK(made.email == medusa::testing::fake::lower_case(email));
  CHECK(made.created_at.has_value());
  CHECK(made.created_at == made.updated_at);
  CHECK(made.created_at.text().size() == 24);
  CHECK(made.deleted_at.is_null());
  CHECK(made.role == role::member);
  CHECK(made.first_name.is_null());
  CHECK(made.last_name.is_null());
  CHECK(made.api_token.is_null());
  CHECK(made.metadata.is_null());

  std::string const full = s.email();
  user const all = s.create({.email = full,
                             .first_name = "Ada",
                             .last_name = "Lovelace",
                             .role = role::admin,
                             .password = "s3cret"});
  CHECK(all.first_name == "Ada");
  CHECK(all.last_name == "Lovelace");
  CHECK(all.role == role::admin);
  CHECK(value_of(s.users().retrieve(all.id)) == all);

  user const nulls = s.create({.email = s.email(),
                               .first_name = nullptr,
                               .last_name = nullptr,
                               .role = nullptr,
                               .password = "s3cret"});
  CHECK(nulls.first_name.is_null());
  CHECK(nulls.role.is_null());
  user const empty = s.create({.email = s.email(),
                               .first_name = "",
                               .last_name = "",
                               .role = role::developer,
                               .password = "s3cret"});
  CHECK(empty.first_name == "");
  CHECK(empty.last_name == "");
  CHECK(empty.role == role::developer);
  the_world().covered(
      "create_user: defaults, every field, null and empty text, e-mail in lower case");
}

TEST_CASE("contract: creations that the server refuses") {
  scratch s;
  user const made = s.create("taken");
  std::string upper = made.email;
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  for (std::string const& taken : {made.email, upper}) {
    refusal const r = refusal_of(s.users().create({.email = taken, .password = "x"}));
    CHECK(r.code == errc::bad_request);
    CHECK(r.type == "invalid_data");
    CHECK(r.message == "A user with the same email already exists.");
  }
  for (std::string_view const bad :
       {"no address", "a@b", "a@b@example.com", "a@127.0.0.1", " a@example.com", "a@example.com\n",
        "<a@example.com>", "Ada <ada@example.com>", ".a@example.com"}) {
    refusal const r = refusal_of(s.users().create({.email = bad, .password = "x"}));
    CHECK_MESSAGE(r.code == errc::bad_request, bad);
    CHECK(r.message == "email must be an email");
  }
  auto const message = [&](std::string_view body) { return s.post("/admin/users", body).body(); };
  auto const invalid = [](std::string_view text) {
    return R"({"type":"invalid_data","message":")" + std::string(text) + "\"}";
  };
  CHECK(message("{}") == invalid("email must be an email, password must be a string"));
  CHECK(message(R"({"email":null,"password":null})") ==
        invalid("email must be an email, password must be a string"));
  CHECK(message(R"({"email":["a@example.com"],"password":1})") ==
        invalid("email must be an email, password must be a string"));
  CHECK(message("[]") == invalid("an unknown value was passed to the validate function"));
  CHECK(message(R"({"email":"bad","role":"owner","first_name":1,"zz":1})") ==
        invalid("property zz should not exist, email must be an email, first_name must be a "
                "string, role must be one "
                "of the following values: admin, member, developer, password must be a string"));
  CHECK(message(R"({"email":"a@example.com","password":"x","b":1,"a":2})") ==
        invalid("property b should not exist, property a should not exist"));
  for (std::string_view const name : {"id", "metadata", "api_token", "password_hash"})
    CHECK(message(R"({"email":"a@example.com","password":"x",")" + std::string(name) +
                  R"(":"y"})") == invalid("property " + std::string(name) + " should not exist"));
  for (std::string_view const bad : {"owner", "ADMIN", ""})
    CHECK(
        message(R"({"email":"a@example.com","password":"x","role":")" + std::string(bad) + "\"}") ==
        invalid("role must be one of the following values: admin, member, developer"));
  the_world().covered(
      "create_user: duplicates in any letter case, bad e-mails, roles and types, unknown "
      "properties");
}

TEST_CASE("contract: an empty password, and a NUL") {
  scratch s;
  std::string const email = s.email("nopassword");
  answer const made = s.post("/admin/users", R"({"email":")" + email + R"(","password":""})");
  CHECK(made.status() == 200);
  user const found = value_of(medusa::parse<medusa::hosted>(medusa::admin::create_user{}, made));
  s.keep(found.id);
  client other = s.anonymous();
  CHECK(code_of(other.auth().create_session({.email = email, .password = "x"})) ==
        errc::unauthorized);
  CHECK(refusal_of(s.users().send_reset_password_token({.email = email})).code ==
        errc::server_error);
  CHECK(refusal_of(s.users().create({.email = email})).field == "password");  // ours sends none

  std::string_view const nul("a\0b", 3);
  std::string const odd = s.email("nul");
  user const with_nul = s.create({.email = odd, .password = nul});
  CHECK(other.auth().create_session({.email = odd, .password = nul}).has_value());
  CHECK(code_of(other.auth().create_session({.email = odd, .password = "a"})) ==
        errc::unauthorized);
  refusal const r =
      refusal_of(s.users().create({.email = s.email(), .first_name = nul, .password = "x"}));
  CHECK(r.code == errc::control_character);
  CHECK(r.field == "first_name");
  for (std::string_view const body :
       {R"({"first_name":"a\u0000b"})", R"({"api_token":"a\u0000b"})",
        R"({"metadata":{"a":"\u0000"}})", R"({"metadata":{"constructor":1}})"})
    CHECK_MESSAGE(s.post("/admin/users/" + with_nul.id, body).status() == 500, body);
  CHECK(value_of(s.users().retrieve(with_nul.id)) == with_nul);
  the_world().covered(
      "create_user: empty password (no login, no reset), NUL in password and elsewhere");
}

TEST_CASE("contract: retrieve_user, and ids of every kind") {
  scratch s;
  user const made = s.create();
  CHECK(value_of(s.users().retrieve(made.id)) == made);
  for (std::string_view const id : {"usr_nope",
                                    "me",
                                    "null",
                                    "undefined",
                                    "a/b",
                                    " ",
                                    "a b ",
                                    "%",
                                    "%25",
                                    "a?b=c&d",
                                    "a#b",
                                    "a;b",
                                    "'; DROP TABLE",
                                    "...",
                                    "\xC3\xA9\xE4\xB8\xAD\xF0\x9F\x98\x80",
                                    "+",
                                    "a\\b",
                                    "a\"b",
                                    "password-token",
                                    "reset-password"}) {
    refusal const r = refusal_of(s.users().retrieve(id));
    CHECK_MESSAGE(r.code == errc::not_found, id);
    CHECK(r.type == "not_found");
    CHECK(r.message == "User with id: " + std::string(id) + " was not found");
  }
  std::string upper = made.id;
  upper[0] = 'U';
  CHECK(code_of(s.users().retrieve(upper)) == errc::not_found);
  CHECK(code_of(s.users().retrieve(std::string(4000, 'u'))) == errc::not_found);
  for (std::string_view const bad : {"%zz", "%", "%ff", "a%00b"}) {
    answer const a = s.get("/admin/users/" + std::string(bad));
    CHECK_MESSAGE(a.status() == 500, bad);
    CHECK(
        a.body() ==
        R"({"code":"unknown_error","type":"unknown_error","message":"An unknown error occurred."})");
  }
  CHECK(s.get("/ADMIN/Users/" + made.id + "/?fields=id&x=1").status() == 200);
  the_world().covered(
      "retrieve_user: found, not found, ids that need encoding, ids that cannot be decoded");
}

TEST_CASE("contract: bad input is refused before anything is sent") {
  scratch s;
  auto users = s.users();
  struct row {
    refusal got;
    errc code;
    std::string_view field;
  };
  std::string const control = "a\r\nb";
  std::string_view const broken = "\xFF";
  std::string const big(200'000, 'x');
  medusa::header const bad_header[]{{"X-A", "a\r\nX-B: c"}};
  row const rows[]{
      {refusal_of(users.retrieve("")), errc::missing_value, "id"},
      {refusal_of(users.retrieve(".")), errc::invalid_id, "id"},
      {refusal_of(users.update("..", {.first_name = "x"})), errc::invalid_id, "id"},
      {refusal_of(users.remove(control)), errc::control_character, "id"},
      {refusal_of(users.remove(broken)), errc::invalid_utf8, "id"},
      {refusal_of(users.retrieve(big)), errc::too_long, "id"},
      {refusal_of(users.create({.password = "x"})), errc::missing_value, "email"},
      {refusal_of(users.create({.email = broken, .password = "x"})), errc::invalid_utf8, "email"},
      {refusal_of(users.create({.email = "a@example.com", .last_name = big, .password = "x"})),
       errc::too_long, "last_name"},
      {refusal_of(users.update("a", {.first_name = broken})), errc::invalid_utf8, "first_name"},
      {refusal_of(users.update("a", {.api_token = control})), errc::control_character, "api_token"},
      {refusal_of(users.update("a", {.metadata = "[1]"})), errc::invalid_json, "metadata"},
      {refusal_of(users.update("a", {.metadata = R"({"constructor":1})"})), errc::invalid_value,
       "metadata"},
      {refusal_of(users.list({.q = broken})), errc::invalid_utf8, "q"},
      {refusal_of(users.list({.id = ""})), errc::missing_value, "id"},
      {refusal_of(users.reset_password({.password = "x"})), errc::missing_value, "token"},
      {refusal_of(users.reset_password({.token = "x"})), errc::missing_value, "password"},
      {refusal_of(users.send_reset_password_token({})), errc::missing_value, "email"},
      {refusal_of(s.admin().auth().get_token({.email = "a@example.com"})), errc::missing_value,
       "password"},
      {refusal_of(users.retrieve("a", {.headers = bad_header})), errc::control_character,
       "headers"},
  };
  for (row const& each : rows) {
    CHECK_MESSAGE(each.got.code == each.code, each.field);
    CHECK(each.got.field == each.field);
    CHECK(each.got.status == 0);
  }
  the_world().covered(
      "bad input: empty id, dots, control characters, broken UTF-8, over-long values, bad "
      "metadata");
}

TEST_CASE("contract: delete_user") {
  scratch s;
  user const made = s.create("gone");
  for (int i = 0; i < 2; ++i) {  // again is a success, too
    auto const gone = value_of(s.users().remove(made.id));
    CHECK(gone.id == made.id);
    CHECK(gone.object == "user");
    CHECK(gone.deleted);
  }
  for (std::string_view const id : {"usr_never", "a/b c\xE4\xB8\xAD", "password-token"})
    CHECK(value_of(s.users().remove(id)).id == id);
  CHECK(code_of(s.users().retrieve(made.id)) == errc::not_found);
  CHECK(code_of(s.users().update(made.id, {.first_name = "x"})) == errc::not_found);
  user const again = s.create({.email = made.email, .password = "other"});
  CHECK(again.id != made.id);
  CHECK(again.email == made.email);
  std::string left;
  {
    scratch other;
    left = other.create("left").email;
    CHECK(value_of(s.users().list({.email = left})).count == 1u);
  }
  CHECK(value_of(s.users().list({.email = left})).count == 0u);  // no test leaves a user behind
  the_world().covered("delete_user: idempotent, unknown ids, the e-mail is free again");
}
