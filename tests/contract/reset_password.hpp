// SPDX-License-Identifier: MIT
#pragma once

#include <medusa/testing/fake_medusa/jwt.hpp>

#include "scratch.hpp"

using namespace contract;

namespace contract {

/// A token as the server would have made it, by the hash that it hands out to every admin.
[[nodiscard]] inline std::string forged_token(scratch const& s, user const& of,
                                              std::string_view user_id, long long expires_at) {
  answer const page = s.get("/admin/users?fields=password_hash&id=" + of.id);
  std::string_view constexpr name = R"("password_hash":")";
  std::size_t const at = page.body().find(name);
  CHECK(at != std::string::npos);
  std::string const hash = page.body().substr(
      at + name.size(), page.body().find('"', at + name.size()) - at - name.size());
  return medusa::testing::fake::make_jwt(R"({"user_id":")" + std::string(user_id) +
                                             R"(","email":")" + of.email + R"(","exp":)" +
                                             std::to_string(expires_at) + "}",
                                         hash);
}

}  // namespace contract

TEST_CASE("contract: a password is reset with the token of the event") {
  scratch s;
  user const made = s.create({.email = s.email("reset"), .first_name = "Ada", .password = "old"});
  client session = s.anonymous();
  client bearer = s.anonymous();
  CHECK(session.auth().create_session({.email = made.email, .password = "old"}).has_value());
  CHECK(bearer.auth().get_token({.email = made.email, .password = "old"}).has_value());

  client nobody = s.anonymous();
  CHECK(nobody.users().send_reset_password_token({.email = made.email}).has_value());
  std::string const token = the_world().reset_token(made.email);
  REQUIRE(token.size() > 100);
  user const reset = value_of(
      nobody.users().reset_password({.email = made.email, .token = token, .password = "new"}));
  CHECK(reset.id == made.id);
  CHECK(reset.first_name == "Ada");
  CHECK(reset.updated_at > made.updated_at);
  CHECK(nobody.credentials().kind() == medusa::credential_kind::none);

  CHECK(code_of(nobody.auth().create_session({.email = made.email, .password = "old"})) ==
        errc::unauthorized);
  CHECK(nobody.auth().create_session({.email = made.email, .password = "new"}).has_value());
  CHECK(value_of(session.auth().get_session()).id == made.id);  // neither is revoked
  CHECK(value_of(bearer.auth().get_session()).id == made.id);

  refusal const used =
      refusal_of(s.anonymous().users().reset_password({.token = token, .password = "newer"}));
  CHECK(used.code == errc::reset_token_rejected);
  CHECK(used.status == 500);
  CHECK(used.type == "unknown_error");
  the_world().covered(
      "password reset: token from the event, new password, a used token, sessions that live on");
}

TEST_CASE("contract: reset tokens in use") {
  scratch s;
  std::string const email = s.email("Tokens");  // in mixed case
  user const made = s.create({.email = email, .password = "old"});
  client c = s.anonymous();
  CHECK(c.users().send_reset_password_token({.email = email}).has_value());
  std::string const first = the_world().reset_token(made.email);
  CHECK(c.users().send_reset_password_token({.email = made.email}).has_value());
  std::string const second = the_world().reset_token(made.email);
  REQUIRE(!first.empty());
  REQUIRE(!second.empty());
  user const other = s.create("other");
  CHECK(
      code_of(c.users().reset_password({.email = other.email, .token = first, .password = "x"})) ==
      errc::reset_token_rejected);
  CHECK(code_of(c.users().reset_password({.email = s.email(), .token = first, .password = "x"})) ==
        errc::bad_request);
  CHECK(c.users()
            .reset_password({.token = first, .password = "p1"})
            .has_value());  // the e-mail is in the token
  CHECK(code_of(c.users().reset_password({.token = second, .password = "p2"})) ==
        errc::reset_token_rejected);
  CHECK(c.auth().create_session({.email = email, .password = "p1"}).has_value());

  long long const now = the_world().now();
  std::string const good = forged_token(s, made, made.id, now + 60);
  std::string const expired = forged_token(s, made, made.id, now - 60);
  std::string const another = forged_token(s, made, "usr_other", now + 60);
  CHECK(code_of(c.users().reset_password({.token = expired, .password = "x"})) ==
        errc::reset_token_rejected);
  refusal const of_another =
      refusal_of(c.users().reset_password({.token = another, .password = "x"}));
  CHECK(of_another.code == errc::unauthorized);
  CHECK(of_another.message.empty());  // text as text/html
  CHECK(c.users().reset_password({.email = email, .token = good, .password = "p2"}).has_value());
  the_world().covered(
      "password reset: several tokens, all void once one is used; expired, of another user, "
      "without e-mail");
}

TEST_CASE("contract: reset tokens that are none") {
  scratch s;
  user const made = s.create();
  client c = s.anonymous();
  auto const reset = [&](std::string_view token, medusa::field<std::string_view> email = {}) {
    return refusal_of(c.users().reset_password({.email = email, .token = token, .password = "x"}));
  };
  std::string const unsigned_token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjoieCJ9.";
  for (std::string_view const token : {"garbage", "a.b.c", unsigned_token.c_str()}) {
    refusal const r = reset(token);
    CHECK(r.code == errc::bad_request);
    CHECK(r.message == "invalid token");
  }
  CHECK(reset("garbage", made.email).code == errc::reset_token_rejected);
  CHECK(reset("a.b.c", made.email).message == "invalid token");
  CHECK(reset(unsigned_token, made.email).code == errc::reset_token_rejected);
  CHECK(reset(unsigned_token + "abc", made.email).code == errc::reset_token_rejected);
  CHECK(reset("garbage", "no address").message == "email must be an email");
  CHECK(reset("garbage", nullptr).message == "invalid token");

  CHECK(c.users()
            .send_reset_password_token({.email = s.email()})
            .has_value());  // nobody's: a success, too
  CHECK(refusal_of(c.users().send_reset_password_token({.email = "no address"})).message ==
        "email must be an email");
  auto const message = [](std::string_view target, std::string_view body) {
    return raw(medusa::method::post, target, body).body();
  };
  auto const invalid = [](std::string_view text) {
    return R"({"type":"invalid_data","message":")" + std::string(text) + "\"}";
  };
  CHECK(message("/admin/users/reset-password", "{}") ==
        invalid("token must be a string, password must be a string"));
  CHECK(message("/admin/users/reset-password", R"({"email":"x","token":1,"password":2,"q":1})") ==
        invalid("property q should not exist, email must be an email, token must be a string, "
                "password must be a string"));
  CHECK(message("/admin/users/password-token", "{}") == invalid("email must be an email"));
  CHECK(message("/admin/users/password-token", R"({"email":"a@example.com","x":1})") ==
        invalid("property x should not exist"));
  CHECK(message("/admin/users/password-token", "[]") ==
        invalid("an unknown value was passed to the validate function"));
  the_world().covered("password reset: garbage tokens, unknown e-mails, bodies that are refused");
}

TEST_CASE("contract: a password that is reset to nothing") {
  scratch s;
  user const made = s.create("empty");
  std::string const token = forged_token(s, made, made.id, the_world().now() + 60);
  CHECK(refusal_of(s.users().reset_password({.token = token})).field ==
        "password");  // ours sends none
  CHECK(raw(medusa::method::post, "/admin/users/reset-password",
            R"({"token":")" + token + R"(","password":""})")
            .status() == 200);
  answer const login = raw(medusa::method::post, "/admin/auth",
                           R"({"email":")" + made.email + R"(","password":""})");
  CHECK(login.status() == 400);
  CHECK(login.body() == R"({"type":"invalid_data","message":"password should not be empty"})");
  CHECK(s.users()
            .send_reset_password_token({.email = made.email})
            .has_value());  // which a user without any cannot
  CHECK(the_world().reset_token(made.email) != "");
  the_world().covered("password reset: an empty password locks the user out");
}
