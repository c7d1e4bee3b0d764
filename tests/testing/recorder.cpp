// SPDX-License-Identifier: MIT
#include <medusa/testing/recorder.hpp>

#include <doctest/doctest.h>

#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include <medusa/client/client.hpp>
#include <medusa/client/transport.hpp>
#include <medusa/medusa.hpp>
#include <medusa/testing/fake_medusa.hpp>
#include <medusa/testing/scripted_transport.hpp>

using namespace medusa;
using namespace medusa::testing;

namespace {

static_assert(transport<recorder<fake_medusa&>>);

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; at += part.size()) ++n;
  return n;
}

std::string percent_encoded(std::string_view text) {
  std::string out(text.size() * 3, '\0');
  sink to(out.data(), out.size());
  append_percent_encoded(to, text);
  return std::string(to.written());
}

}  // namespace

TEST_CASE("recorder: everything passes through, and is kept") {
  fake_medusa server("admin@example.com", "admin-pass");
  recorder tape{server};
  admin::client client{tape, {.base_url = "http://one.example:8080"}};
  CHECK(client.auth()
            .create_session({.email = "admin@example.com", .password = "admin-pass"})
            .has_value());
  CHECK(client.users().list({.limit = 5}).has_value());
  auto const none = client.users().retrieve("usr_none");
  CHECK((!none && none.error().code == errc::not_found));
  CHECK(tape.size() == 3);

  std::string const text = tape.to_cpp("a_cassette");
  CHECK(text.find("inline constexpr medusa::testing::scripted_step a_cassette[] = {\n") !=
        text.npos);
  CHECK(text.find("#include <medusa/testing/scripted_transport.hpp>") != text.npos);
  CHECK(count_of(text, "medusa::testing::expect(") == 3);
  CHECK(text.find(".body(R\"({\"email\":\"admin@example.com\",\"password\":\"REDACTED\"})\")") !=
        text.npos);
  CHECK(text.find(".header(\"Set-Cookie\", \"connect.sid=REDACTED\")") != text.npos);
  CHECK(count_of(text, ".with_header(\"Cookie\", medusa::testing::redacted)") == 2);
  CHECK(text.find("one.example") == text.npos);
  CHECK(text.find("was not found") != text.npos);
  CHECK(text == tape.to_cpp("a_cassette"));
}

TEST_CASE("recorder: no planted secret is in the file, in no form") {
  // Each with a character that JSON escapes and one that URLs encode.
  std::string const password = "pass\"w/0rd-A";
  std::string const other_password = "pass\\w rd-B";
  std::string const api = "api/tok=C\"c";
  fake_medusa server("admin@example.com", password);
  recorder tape{server};
  admin::client client{tape, {.base_url = "http://fake"}};
  std::vector<std::string> secrets{password, other_password, api};

  // Before it is known to be a secret it is looked for, and in a path.
  CHECK(!client.users().list({.q = api}).has_value());
  CHECK(!client.users().retrieve(other_password).has_value());
  CHECK(client.auth()
            .create_session({.email = "admin@example.com", .password = password})
            .has_value());
  secrets.emplace_back(client.credentials().value().reveal());
  CHECK(client.auth().get_token({.email = "admin@example.com", .password = password}).has_value());
  secrets.emplace_back(client.credentials().value().reveal());
  CHECK(!client.auth()
             .get_token({.email = "admin@example.com", .password = "wrong-pass-D"})
             .has_value());
  secrets.emplace_back("wrong-pass-D");
  auto const made = client.users().create(
      {.email = "ada@example.com", .first_name = other_password, .password = other_password});
  CHECK(made.has_value());
  metadata notes;
  notes.set("token", "deep-E").set("copy", api);
  secrets.emplace_back("deep-E");
  CHECK(client.users().update(made->id, {.api_token = api, .metadata = notes}).has_value());
  CHECK(client.users().list({.limit = 9}).has_value());
  CHECK(client.users().send_reset_password_token({.email = "ada@example.com"}).has_value());
  std::string const reset = server.last_reset_token("ada@example.com");
  secrets.push_back(reset);
  CHECK(client.users().reset_password({.token = reset, .password = "fresh-F"}).has_value());
  secrets.emplace_back("fresh-F");
  header const own[] = {{"Authorization", "Basic YWRhOnNlY3JldA=="}, {"X-Other", "other-G"}};
  CHECK(!client.users().retrieve("usr_1", {.headers = own}).has_value());
  secrets.emplace_back("YWRhOnNlY3JldA==");
  secrets.emplace_back("other-G");
  CHECK(client.sign_in(api_token{"short-lived-H"}) == std::nullopt);
  CHECK(!client.users().list({.limit = 1}).has_value());
  secrets.emplace_back("short-lived-H");

  std::string const text = tape.to_cpp("planted");
  for (std::string const& secret : secrets) {
    CAPTURE(secret);
    std::string escaped;
    fake::append_json(escaped, std::string_view(secret));
    std::string const bare = escaped.substr(1, escaped.size() - 2);
    for (std::string_view const form : {std::string_view(secret), std::string_view(bare)}) {
      CHECK(text.find(form) == text.npos);
      CHECK(text.find(percent_encoded(form)) == text.npos);
      CHECK(text.find(percent_decoded(form)) == text.npos);
      std::string const literal = cpp_literal(form);
      CHECK(text.find(literal.substr(1, literal.size() - 2)) == text.npos);
    }
    // And no piece of it that could be told.
    for (std::size_t at = 0; secret.size() > 8 && at + 8 <= secret.size(); ++at)
      if (secret.substr(at, 8) != "eyJhbGci") CHECK(text.find(secret.substr(at, 8)) == text.npos);
  }
  CHECK(text.find("eyJ") == text.npos);  // how every JWT begins
  CHECK(text.find("ada@example.com") != text.npos);
}

TEST_CASE("recorder: secrets of headers, told again in a body or a URL") {
  scripted_transport server{expect(method::get, "/a")
                                .answer(200, R"({"you":"sent cred-A and sid-B"})")
                                .header("Set-Cookie", "other=cookie-C; Path=/"),
                            expect(method::get, "/b?q=cookie-C").answer(200, R"({"x":"cred-A"})")};
  recorder tape{server};
  header const own[] = {{"authorization", "Bearer cred-A"}, {"cookie", "connect.sid=sid-B"}};
  CHECK(tape.send({.target = "/a", .headers = own}).has_value());
  CHECK(tape.send({.target = "/b?q=cookie-C"}).has_value());
  std::string const text = tape.to_cpp("c");
  for (std::string_view const secret : {"cred-A", "sid-B", "cookie-C"})
    CHECK(text.find(secret) == text.npos);
  CHECK(count_of(text, "R\"({\"you\":\"REDACTED\"})\"") == 1);
  CHECK(text.find("other") == text.npos);  // a cookie that no client looks at
}

TEST_CASE("recorder: of the session cookies of an answer the first with a value") {
  scripted_transport server{expect(method::get, "/a")
                                .answer(200, "{}")
                                .header("Set-Cookie", "connect.sid=")
                                .header("Set-Cookie", "connect.sid=sid-A")
                                .header("Set-Cookie", "connect.sid=sid-B"),
                            expect(method::get, "/a").answer(503).header("Retry-After", "7")};
  recorder tape{server};
  CHECK(tape.send({.target = "/a"}).has_value());
  CHECK(tape.send({.target = "/a"}).has_value());
  std::string const text = tape.to_cpp("c");
  CHECK(count_of(text, ".header(\"Set-Cookie\", \"connect.sid=REDACTED\")") == 1);
  CHECK(text.find("sid-") == text.npos);
  CHECK(count_of(text, ".header(\"Retry-After\", \"7\")") == 1);
}

TEST_CASE("recorder: what is not JSON is not kept") {
  scripted_transport server{expect(method::get, "/admin/users/u").answer(502, "<p>key-A</p>"),
                            expect(method::get, "/admin/users/u").answer(200, "key-A"),
                            expect(method::post, "/form").answer(401, "Unauthorized")};
  recorder tape{server};
  admin::client client{tape, {.base_url = "http://h"}};
  CHECK(client.users().retrieve("u").error().code == errc::server_error);
  CHECK(client.users().retrieve("u").error().code == errc::malformed_json);
  CHECK(tape.send({.method = method::post,
                   .url = "http://h/form",
                   .target = "/form",
                   .body = "password=key-A"})
            .has_value());
  std::string const text = tape.to_cpp("c");
  CHECK(text.find("key-A") == text.npos);
  CHECK(count_of(text, "is left out") == 4);
  CHECK(count_of(text, "REDACTED") == 4);
}

TEST_CASE("recorder: failures and waits") {
  scripted_transport server{
      expect(method::get, "/a").fail(scripted_error::refused),
      expect(method::get, "/a").fail(scripted_error::timed_out),
      expect(method::get, "/a").answer(503).header("Retry-After", "7").header("Date", "D"),
      expect(method::get, "/a").answer(200, "{}").header("Date", "D")};
  recorder tape{server};
  request const r{.target = "/a"};
  CHECK(tape.send(r).error() == scripted_error::refused);
  CHECK(tape.send(r).error() == scripted_error::timed_out);
  CHECK(tape.send(r)->header("Retry-After") == "7");
  CHECK(tape.send(r)->body() == "{}");
  std::string const text = tape.to_cpp("c");
  CHECK(count_of(text, ".fail(medusa::testing::scripted_error::refused)") == 1);
  CHECK(count_of(text, ".fail(medusa::testing::scripted_error::broken)") == 1);
  CHECK(count_of(text, ".header(\"Retry-After\", \"7\")\n        .header(\"Date\", \"D\")") == 1);
  CHECK(count_of(text, "Date") == 1);  // of no use without the other
}

TEST_CASE("recorder: the steps it writes, by hand") {
  // What the file says must be what is played: the same login with another password and host.
  constexpr scripted_step written[] = {expect(method::post, "/admin/auth")
                                           .body(R"({"email":"a@b.c","password":"REDACTED"})")
                                           .answer(200, R"({"user":{"id":"u","email":"a@b.c"}})")
                                           .header("Set-Cookie", "connect.sid=REDACTED"),
                                       expect(method::get, "/admin/auth")
                                           .with_header("Cookie", redacted)
                                           .answer(200, R"({"user":{"id":"u","email":"a@b.c"}})")};
  scripted_transport server{written};
  admin::client client{server, {.base_url = "https://elsewhere"}};
  CHECK(client.auth().create_session({.email = "a@b.c", .password = "whatever"}).has_value());
  CHECK(client.credentials().value().reveal() == "REDACTED");
  CHECK(client.auth().get_session().has_value());
  CHECK(server.finished());
}
