// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_medusa.hpp>

#include <doctest/doctest.h>

#include <medusa/medusa.hpp>

// What the server does is shown by tests/contract, against it and against a real one; here is what
// only the fake has.

using medusa::duration;
using medusa::errc;
using medusa::testing::fake_medusa;

namespace {

using client = medusa::admin::client<fake_medusa&>;

client signed_in(fake_medusa& server) {
  client c(server, {.base_url = "http://fake"});
  CHECK(c.auth().get_token({.email = "admin@example.com", .password = "supersecret"}).has_value());
  return c;
}
template <class R>
errc code_of(R const& r) {
  return r ? errc{} : r.error().code;
}

}  // namespace

static_assert(medusa::transport<fake_medusa>);

TEST_CASE("fake_medusa: the first user, and a client that owns the server") {
  medusa::admin::client c(fake_medusa("Ada@Example.com", "pw"), {.base_url = "http://fake"});
  auto const ada = c.auth().create_session({.email = "ada@example.com", .password = "pw"});
  REQUIRE(ada.has_value());
  CHECK(ada->email == "ada@example.com");
  CHECK(ada->role == medusa::admin::role::member);
  CHECK(c.users().list()->count == 1u);
}

TEST_CASE("fake_medusa: the same seed gives the same ids, tokens and dates") {
  auto const run = [](std::uint64_t seed) {
    fake_medusa server("admin@example.com", "supersecret", seed);
    client c = signed_in(server);
    auto const user = c.users().create({.email = "a@example.com", .password = "x"});
    CHECK(c.users().send_reset_password_token({.email = "a@example.com"}).has_value());
    return user->id + user->created_at.c_str() + server.last_reset_token("a@example.com");
  };
  CHECK(run(1) == run(1));
  CHECK(run(1) != run(2));
}

TEST_CASE("fake_medusa: time moves when it is told to") {
  fake_medusa server;
  CHECK(server.now() == 1'767'225'600'000);
  server.set_now(1'800'000'000'000);
  client c = signed_in(server);
  auto const made = c.users().create({.email = "a@example.com", .password = "x"});
  REQUIRE(made.has_value());
  CHECK(made->created_at.unix_ms() == 1'800'000'000'000);
  server.advance(duration::seconds(90));
  auto const changed = c.users().update(made->id, {.first_name = "A"});
  CHECK(changed->updated_at.unix_ms() == 1'800'000'090'000);
  CHECK(changed->created_at == made->created_at);
}

TEST_CASE("fake_medusa: a bearer token expires after a day, a session after ten hours") {
  fake_medusa server;
  client bearer = signed_in(server);
  client session(server, {.base_url = "http://fake"});
  CHECK(session.auth()
            .create_session({.email = "admin@example.com", .password = "supersecret"})
            .has_value());
  server.advance(duration::seconds(10 * 60 * 60 - 1));
  CHECK(session.auth().get_session().has_value());  // which does not renew it
  server.advance(duration::seconds(1));
  CHECK(code_of(session.auth().get_session()) == errc::unauthorized);
  server.advance(duration::seconds(14 * 60 * 60 - 1));
  CHECK(bearer.auth().get_session().has_value());
  server.advance(duration::seconds(1));
  CHECK(code_of(bearer.auth().get_session()) == errc::unauthorized);
}

TEST_CASE("fake_medusa: a restart forgets sessions only") {
  fake_medusa server;
  client bearer = signed_in(server);
  client session(server, {.base_url = "http://fake"});
  CHECK(session.auth()
            .create_session({.email = "admin@example.com", .password = "supersecret"})
            .has_value());
  server.restart();
  CHECK(code_of(session.auth().get_session()) == errc::unauthorized);
  CHECK(bearer.auth().get_session().has_value());
}

TEST_CASE("fake_medusa: reset tokens are the test's to read, and expire after 15 minutes") {
  fake_medusa server;
  client c = signed_in(server);
  CHECK(server.reset_tokens().empty());
  CHECK(server.last_reset_token("admin@example.com").empty());
  CHECK(c.users().send_reset_password_token({.email = "Admin@example.com"}).has_value());
  CHECK(c.users().send_reset_password_token({.email = "nobody@example.com"}).has_value());
  REQUIRE(server.reset_tokens().size() == 1);
  CHECK(server.reset_tokens()[0].email == "admin@example.com");
  std::string const token = server.last_reset_token("ADMIN@example.com");
  CHECK(token == server.reset_tokens()[0].token);

  server.advance(duration::seconds(15 * 60));
  CHECK(code_of(c.users().reset_password({.token = token, .password = "new"})) ==
        errc::reset_token_rejected);
  server.advance(duration::seconds(-1));
  CHECK(c.users().reset_password({.token = token, .password = "new"}).has_value());
  CHECK(code_of(c.users().reset_password({.token = token, .password = "newer"})) ==
        errc::reset_token_rejected);
}

TEST_CASE("fake_medusa: the latest token of each e-mail") {
  fake_medusa server;
  client c = signed_in(server);
  CHECK(c.users().create({.email = "a@example.com", .password = "x"}).has_value());
  for (auto const email : {"a@example.com", "admin@example.com", "a@example.com"})
    CHECK(c.users().send_reset_password_token({.email = email}).has_value());
  CHECK(server.last_reset_token("A@example.com") == server.reset_tokens()[2].token);
  CHECK(server.last_reset_token("admin@example.com") == server.reset_tokens()[1].token);
  CHECK(server.last_reset_token("b@example.com").empty());
}

TEST_CASE("fake_medusa: the path counts, the host does not") {
  fake_medusa server;
  client c = signed_in(server);
  client elsewhere(server,
                   {.base_url = "https://shop.example:8443", .credentials = c.credentials()});
  CHECK(elsewhere.users().list().has_value());
  client below(server, {.base_url = "http://fake/backend", .credentials = c.credentials()});
  CHECK(code_of(below.users().list()) == errc::not_found);
  medusa::request const health{.url = "http://fake/health", .target = "/health"};
  CHECK(server.send(health)->body() == "OK");
  CHECK(server.send({.url = "http://fake/", .target = "/"})->status() == 404);
}

TEST_CASE("fake_medusa: what its database does not take, and who has no password") {
  fake_medusa server;
  client c = signed_in(server);
  std::string const authorization = "Bearer " + std::string(c.credentials().value().reveal());
  medusa::header const headers[]{{"Authorization", authorization},
                                 {"Content-Type", "application/json"}};
  auto const post = [&](std::string_view target, std::string_view body) {
    return server
        .send({.method = medusa::method::post, .target = target, .headers = headers, .body = body})
        ->status();
  };
  CHECK(post("/admin/users", R"({"email":"a@example.com","password":"x","first_name":"\u0000"})") ==
        500);
  CHECK(post("/admin/users", R"({"email":"b@example.com","password":""})") == 200);
  std::string const token =
      medusa::testing::fake::make_jwt(R"({"email":"b@example.com","exp":9999999999})", "");
  CHECK(post("/admin/users/reset-password", R"({"password":"y","token":")" + token + R"("})") ==
        500);
}

TEST_CASE("fake_medusa: a body that is not said to be JSON is not read") {
  fake_medusa server;
  client c = signed_in(server);
  std::string const authorization = "Bearer " + std::string(c.credentials().value().reveal());
  for (std::string_view const type :
       {"text/plain", "application/x-www-form-urlencoded", "application/vnd.api+json"}) {
    medusa::header const headers[]{{"Authorization", authorization}, {"Content-Type", type}};
    auto const answer = server.send({.method = medusa::method::post,
                                     .url = "http://fake/admin/users",
                                     .target = "/admin/users",
                                     .headers = headers,
                                     .body = R"({"email":"a@example.com","password":"x"})"});
    CHECK(
        answer->body() ==
        R"({"type":"invalid_data","message":"email must be an email, password must be a string"})");
  }
  medusa::header const headers[]{{"Authorization", authorization},
                                 {"Content-Type", "Application/JSON; charset=utf-8"}};
  auto const answer = server.send({.method = medusa::method::post,
                                   .url = "http://fake/admin/users",
                                   .target = "/admin/users",
                                   .headers = headers,
                                   .body = R"({"email":"a@example.com","password":"x"})"});
  CHECK(answer->status() == 200);
}
