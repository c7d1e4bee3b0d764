// SPDX-License-Identifier: MIT
#pragma once

#include "scratch.hpp"

using namespace contract;
using medusa::credential_kind;

TEST_CASE("contract: three ways to sign in") {
  scratch s;
  user const made = s.create();
  std::string const token = "tok_" + s.run() + made.id;
  CHECK(s.users().update(made.id, {.api_token = token}).has_value());

  client by_session = s.anonymous();
  user const signed_in =
      value_of(by_session.auth().create_session({.email = made.email, .password = "s3cret"}));
  CHECK(signed_in.id == made.id);
  CHECK(signed_in.api_token->reveal() == token);
  CHECK(by_session.credentials().kind() == credential_kind::session_cookie);
  CHECK(value_of(by_session.auth().get_session()).id == made.id);

  client by_bearer = s.anonymous();
  auto const jwt =
      value_of(by_bearer.auth().get_token({.email = made.email, .password = "s3cret"}));
  CHECK(jwt.access_token.size() > 100);
  CHECK(by_bearer.credentials().kind() == credential_kind::bearer);
  CHECK(value_of(by_bearer.auth().get_session()).id == made.id);

  client by_api_token = s.signed_in(medusa::api_token{token});
  CHECK(value_of(by_api_token.auth().get_session()).id == made.id);
  for (client* const each : {&by_session, &by_bearer, &by_api_token})
    CHECK(each->users().list({.limit = 1}).has_value());
  std::string upper = made.email;
  upper[0] = 'U';
  CHECK(s.anonymous().auth().create_session({.email = upper, .password = "s3cret"}).has_value());
  the_world().covered("signing in: session cookie, bearer token, API token");
}

TEST_CASE("contract: wrong credentials of each kind") {
  scratch s;
  user const made = s.create();
  client c = s.anonymous();
  CHECK(code_of(c.auth().create_session({.email = made.email, .password = "wrong"})) ==
        errc::unauthorized);
  CHECK(code_of(c.auth().create_session({.email = s.email(), .password = "s3cret"})) ==
        errc::unauthorized);
  CHECK(code_of(c.auth().get_token({.email = made.email, .password = "wrong"})) ==
        errc::unauthorized);
  refusal const bad = refusal_of(c.auth().get_token({.email = "no address", .password = "x"}));
  CHECK(bad.code == errc::bad_request);
  CHECK(bad.message == "email must be an email");
  CHECK(c.credentials().kind() == credential_kind::none);

  std::string const jwt = [&] {
    client other = s.anonymous();
    static_cast<void>(other.auth().get_token({.email = made.email, .password = "s3cret"}));
    return std::string(other.credentials().value().reveal());
  }();
  std::string const token = "tok_" + s.run() + made.id;
  CHECK(s.users().update(made.id, {.api_token = token}).has_value());
  std::string const tampered = jwt.substr(0, jwt.size() - 10) + "0123456789";
  for (medusa::credentials const& each : std::initializer_list<medusa::credentials>{
           {},
           medusa::api_token{"wrong"},
           medusa::api_token{jwt},
           medusa::bearer{"garbage"},
           medusa::bearer{"a.b.c"},
           medusa::bearer{token},
           medusa::bearer{tampered},
           medusa::session_cookie{"s%3Aunknown.c0yaYXoBw5qL2TMJYWvwJ58"}}) {
    client wrong = s.signed_in(each);
    CHECK(code_of(wrong.users().retrieve(made.id)) == errc::unauthorized);
    CHECK(code_of(wrong.users().create({.email = "bad", .password = "x"})) == errc::unauthorized);
    CHECK(code_of(wrong.users().update(made.id, {.first_name = "x"})) == errc::unauthorized);
    CHECK(code_of(wrong.users().remove(made.id)) == errc::unauthorized);
    CHECK(code_of(wrong.users().list()) == errc::unauthorized);
    CHECK(code_of(wrong.auth().get_session()) == errc::unauthorized);
    CHECK(code_of(wrong.auth().delete_session()) == errc::unauthorized);
  }
  CHECK(value_of(s.users().retrieve(made.id)).first_name.is_null());

  client publishable(the_world(),
                     {.base_url = the_world().url(), .credentials = medusa::api_token{"pk_01ABC"}});
  CHECK(code_of(publishable.users().list()) == errc::publishable_key);
  client with_key(the_world(), {.base_url = the_world().url(), .publishable_api_key = "pk_01ABC"});
  CHECK(code_of(with_key.users().list()) == errc::unauthorized);
  the_world().covered(
      "wrong credentials: password, e-mail, API token, bearer, cookie, each as another kind; pk_ "
      "refused");
}

TEST_CASE("contract: sessions, and which credential wins") {
  scratch s;
  user const a = s.create("a");
  user const b = s.create("b");
  std::string const token = "tok_" + s.run() + a.id;
  CHECK(s.users().update(a.id, {.api_token = token}).has_value());
  auto const get = [&](std::initializer_list<medusa::header> headers) {
    return raw(medusa::method::get, "/admin/auth", {}, headers);
  };
  auto const id = [](answer const& from) {
    std::size_t const at = from.body().find("usr_");
    return at == std::string::npos ? from.body() : from.body().substr(at, 30);
  };
  auto const cookie_of = [](answer const& from) {
    std::string_view const field = from.header("Set-Cookie").value_or("");
    return std::string(field.substr(0, field.find(';')));
  };

  // An anonymous answer brings a cookie, and signing in with it keeps it.
  answer const anonymous = get({});
  CHECK(anonymous.status() == 401);
  std::string const cookie = cookie_of(anonymous);
  // The second is how cpp-httplib gives it.
  CHECK((cookie.starts_with("connect.sid=s%3A") || cookie.starts_with("connect.sid=s:")));
  CHECK(!get({{"Cookie", cookie}}).header("Set-Cookie"));
  std::string const login_a = R"({"email":")" + a.email + R"(","password":"s3cret"})";
  std::string const login_b = R"({"email":")" + b.email + R"(","password":"s3cret"})";
  auto const login = [&](std::string_view body) {
    return raw(medusa::method::post, "/admin/auth", body, {{"Cookie", cookie}});
  };
  CHECK(cookie_of(login(login_a)) == cookie);
  answer const again = login(login_a);
  CHECK(again.status() == 200);
  CHECK(!again.header("Set-Cookie"));
  CHECK(cookie_of(login(login_b)) == cookie);
  answer const failed = login(R"({"email":"nobody@example.com","password":"x"})");
  CHECK(failed.status() == 401);
  CHECK(id(get({{"Cookie", cookie}})) == b.id);

  client bearer = s.anonymous();
  static_cast<void>(bearer.auth().get_token({.email = a.email, .password = "s3cret"}));
  std::string const jwt(bearer.credentials().value().reveal());
  std::string const authorization = "bearer " + jwt;  // the scheme in any letter case
  client other = s.anonymous();
  static_cast<void>(other.auth().get_token({.email = b.email, .password = "s3cret"}));
  std::string const authorization_b = "Bearer " + std::string(other.credentials().value().reveal());
  CHECK(id(get({{"Authorization", authorization}})) == a.id);
  CHECK(id(get({{"Cookie", cookie},
                {"Authorization", authorization},
                {"x-medusa-access-token", token}})) == b.id);
  CHECK(id(get({{"Authorization", authorization_b}, {"x-medusa-access-token", token}})) == b.id);
  CHECK(id(get({{"Authorization", "Bearer bad"}, {"x-medusa-access-token", token}})) == a.id);
  CHECK(id(get({{"Cookie", "connect.sid=s%3Abad.bad"}, {"Authorization", authorization_b}})) ==
        b.id);
  CHECK(get({{"Authorization", authorization}}).header("Set-Cookie"));  // whoever asks

  answer const out = raw(medusa::method::del, "/admin/auth", {}, {{"Cookie", cookie}});
  CHECK(out.status() == 200);
  CHECK(out.body() == "OK");
  CHECK(out.header("Content-Type") == "text/plain; charset=utf-8");
  CHECK(get({{"Cookie", cookie}}).status() == 401);
  the_world().covered(
      "sessions: a cookie with every answer, logins on a live one; session, bearer, API token in "
      "this order");
}

TEST_CASE("contract: a session cookie is good without its percent-encoding, too") {
  scratch s;
  client session = s.anonymous();
  CHECK(session.auth()
            .create_session({.email = the_world().email(), .password = the_world().password()})
            .has_value());
  std::string cookie(session.credentials().value().reveal());
  if (auto const at = cookie.find("%3A"); at != cookie.npos) cookie.replace(at, 3, ":");
  client other = s.signed_in(medusa::session_cookie{cookie});
  CHECK(other.auth().get_session().has_value());
  the_world().covered("create_session: the cookie, percent-encoded or not");
}

TEST_CASE("contract: signing out") {
  scratch s;
  user const made = s.create();
  client c = s.anonymous();
  CHECK(c.auth().create_session({.email = made.email, .password = "s3cret"}).has_value());
  std::string const cookie(c.credentials().value().reveal());
  CHECK(c.auth().delete_session().has_value());
  CHECK(c.credentials().kind() == credential_kind::none);
  CHECK(code_of(c.users().list()) == errc::unauthorized);
  CHECK(code_of(s.signed_in(medusa::session_cookie{cookie}).users().list()) == errc::unauthorized);
  CHECK(code_of(c.auth().delete_session()) == errc::unauthorized);

  CHECK(c.auth().get_token({.email = made.email, .password = "s3cret"}).has_value());
  std::string const jwt(c.credentials().value().reveal());
  CHECK(c.auth().delete_session().has_value());
  CHECK(c.credentials().kind() == credential_kind::none);
  CHECK(s.signed_in(medusa::bearer{jwt}).users().list({.limit = 1}).has_value());  // nothing
                                                                                   // revokes it

  std::string const token = "tok_" + s.run() + made.id;
  CHECK(s.users().update(made.id, {.api_token = token}).has_value());
  client by_token = s.signed_in(medusa::api_token{token});
  CHECK(by_token.auth().delete_session().has_value());
  CHECK(by_token.users().list({.limit = 1}).has_value());
  the_world().covered(
      "delete_session: a session ends, a bearer token does not, an API token is kept");
}

TEST_CASE("contract: two clients with two logins") {
  scratch s;
  user const a = s.create("a");
  user const b = s.create("b");
  client first = s.anonymous();
  client second = s.anonymous();
  CHECK(first.auth().create_session({.email = a.email, .password = "s3cret"}).has_value());
  CHECK(second.auth().create_session({.email = b.email, .password = "s3cret"}).has_value());
  CHECK(value_of(first.auth().get_session()).id == a.id);
  CHECK(value_of(second.auth().get_session()).id == b.id);
  CHECK(first.auth().delete_session().has_value());
  CHECK(value_of(second.auth().get_session()).id == b.id);
  CHECK(code_of(first.auth().get_session()) == errc::unauthorized);
  CHECK(first.auth().get_token({.email = b.email, .password = "s3cret"}).has_value());
  CHECK(value_of(first.auth().get_session()).id == b.id);
  the_world().covered("two clients, each signed in as another user");
}

TEST_CASE("contract: what is left of a deleted user") {
  scratch s;
  user const made = s.create();
  std::string const token = "tok_" + s.run() + made.id;
  CHECK(s.users().update(made.id, {.api_token = token}).has_value());
  client session = s.anonymous();
  client bearer = s.anonymous();
  client by_token = s.signed_in(medusa::api_token{token});
  CHECK(session.auth().create_session({.email = made.email, .password = "s3cret"}).has_value());
  CHECK(bearer.auth().get_token({.email = made.email, .password = "s3cret"}).has_value());
  CHECK(by_token.users().remove(made.id).has_value());  // itself

  CHECK(session.users().list({.limit = 1}).has_value());
  CHECK(bearer.users().list({.limit = 1}).has_value());
  CHECK(code_of(by_token.users().list({.limit = 1})) == errc::unauthorized);
  for (client* const each : {&session, &bearer}) {
    refusal const r = refusal_of(each->auth().get_session());
    CHECK(r.code == errc::bad_request);
    CHECK(r.message.empty());  // "Bad Request" as plain text
  }
  CHECK(code_of(s.anonymous().auth().create_session({.email = made.email, .password = "s3cret"})) ==
        errc::unauthorized);
  the_world().covered(
      "a deleted user: session and bearer token live on, API token and login do not");
}

TEST_CASE("contract: headers for one call") {
  scratch s;
  user const made = s.create();
  std::string const token = "tok_" + s.run() + made.id;
  CHECK(s.users().update(made.id, {.api_token = token}).has_value());
  medusa::header const other[]{{"x-medusa-access-token", token}, {"X-Custom", "1"}};
  CHECK(value_of(s.admin().auth().get_session({.headers = other})).id == made.id);
  CHECK(value_of(s.admin().auth().get_session()).id != made.id);  // it does not stick
  medusa::header const wrong[]{{"Authorization", "Bearer no"}};
  CHECK(code_of(s.users().list({}, {.headers = wrong})) == errc::unauthorized);
  CHECK(s.users().list({.limit = 1}).has_value());

  // The server ignores the key: a repeated create is a duplicate, not a replay.
  std::string const email = s.email();
  medusa::call_options const keyed{.idempotency_key = "5f1d6f0e-3f43-4f6e-9c1b-0d1f3a3a3a3a"};
  user const first = value_of(s.users().create({.email = email, .password = "x"}, keyed));
  s.keep(first.id);
  CHECK(refusal_of(s.users().create({.email = email, .password = "x"}, keyed)).message ==
        "A user with the same email already exists.");
  the_world().covered("headers and idempotency key for one call");
}

TEST_CASE("contract: an API token that two users share, and one that is empty") {
  scratch s;
  user const a = s.create("a");
  user const b = s.create("b");
  std::string const token = "tok_" + s.run() + a.id;
  CHECK(s.users().update(b.id, {.api_token = token}).has_value());
  CHECK(value_of(s.users().update(a.id, {.api_token = token})).api_token->reveal() == token);
  client shared = s.signed_in(medusa::api_token{token});
  CHECK(shared.auth().get_session().has_value());
  CHECK(value_of(s.users().update(a.id, {.api_token = ""})).api_token->empty());
  CHECK(value_of(shared.auth().get_session()).id == b.id);
  CHECK(raw(medusa::method::get, "/admin/auth", {}, {{"x-medusa-access-token", ""}}).status() ==
        401);
  CHECK(s.users().update(b.id, {.api_token = nullptr}).has_value());
  CHECK(code_of(shared.auth().get_session()) == errc::unauthorized);
  the_world().covered("API tokens: not unique, empty, taken away");
}
