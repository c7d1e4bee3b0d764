// SPDX-License-Identifier: MIT
#include <support/twins.hpp>

#include <string_view>

#include <medusa/embedded.hpp>
#include <medusa/testing/scripted_transport.hpp>

// Signing in and out: which header goes out before, meanwhile and after.

namespace {

using namespace medusa;
using medusa::testing::expect;
using medusa::testing::scripted_step;
using medusa::testing::scripted_transport;

template <class Storage>
using client_of = admin::client<scripted_transport&, json::scanner, Storage>;

constexpr basic_options<no_clock> nobody{.base_url = "https://shop.example"};
constexpr std::string_view ada = R"({"user":{"id":"usr_1","email":"ada@example.com"}})";
constexpr scripted_step who = expect(method::get, "/admin/auth");

template <class Client>
constexpr bool holds(Client const& client, credential_kind kind, std::string_view value) {
  return client.credentials().kind() == kind && client.credentials().value().reveal() == value;
}

template <class Storage>
constexpr bool test_a_session_from_login_to_logout() {
  scripted_transport server{expect(method::post, "/admin/auth")
                                .body(R"({"email":"ada@example.com","password":"s3cret"})")
                                .without_header("Cookie")
                                .answer(200, ada)
                                .header("Set-Cookie", "tracker=1")
                                .header("Set-Cookie", "connect.sid=s%3Ax.y; Path=/; HttpOnly"),
                            who.with_header("Cookie", "connect.sid=s%3Ax.y").answer(200, ada),
                            expect(method::del, "/admin/auth")
                                .with_header("Cookie", "connect.sid=s%3Ax.y")
                                .answer(200, "OK"),
                            who.without_header("Cookie").answer(401, "Unauthorized")};
  client_of<Storage> client{server, nobody};
  auto const in = client.auth().create_session({.email = "ada@example.com", .password = "s3cret"});
  if (!in || in->id != "usr_1" || !holds(client, credential_kind::session_cookie, "s%3Ax.y"))
    return false;
  if (!client.auth().get_session() || !client.auth().delete_session()) return false;
  if (!holds(client, credential_kind::none, "")) return false;
  auto const out = client.auth().get_session();
  return !out && out.error().code == errc::unauthorized && server.finished();
}

template <class Storage>
constexpr bool test_a_bearer_token() {
  scripted_transport server{expect(method::post, "/admin/auth/token")
                                .body(R"({"email":"ada@example.com","password":"s3cret"})")
                                .answer(200, R"({"access_token":"h.p.s"})"),
                            who.with_header("Authorization", "Bearer h.p.s").answer(200, ada)};
  client_of<Storage> client{server, nobody};
  auto const token = client.auth().get_token({.email = "ada@example.com", .password = "s3cret"});
  return token && token->access_token.reveal() == "h.p.s" &&
         holds(client, credential_kind::bearer, "h.p.s") && client.auth().get_session() &&
         server.finished();
}

template <class Storage>
constexpr bool test_a_login_that_is_refused() {
  scripted_transport server{expect(method::post, "/admin/auth")
                                .without_header("x-medusa-access-token")
                                .answer(401, "Unauthorized")
                                .header("Set-Cookie", "connect.sid=n"),
                            expect(method::post, "/admin/auth/token")
                                .without_header("x-medusa-access-token")
                                .answer(401, "Unauthorized"),
                            who.with_header("x-medusa-access-token", "tok").answer(200, ada)};
  client_of<Storage> client{server,
                            {.base_url = "https://shop.example", .credentials = api_token{"tok"}}};
  auto const session =
      client.auth().create_session({.email = "ada@example.com", .password = "wrong"});
  auto const token = client.auth().get_token({.email = "ada@example.com", .password = "wrong"});
  return !session && session.error().code == errc::unauthorized && !token &&
         token.error().code == errc::unauthorized && client.auth().get_session() &&
         server.finished();
}

template <class Storage>
constexpr bool test_a_login_without_its_cookie() {
  scripted_transport server{expect(method::post, "/admin/auth").answer(200, ada)};
  client_of<Storage> client{server, nobody};
  auto const in = client.auth().create_session({.email = "ada@example.com", .password = "s3cret"});
  return !in && in.error().code == errc::missing_cookie && in.error().stage() == stage::decode &&
         holds(client, credential_kind::none, "") && server.finished();
}

template <class Storage>
constexpr bool test_other_credentials_from_now_on() {
  scripted_transport server{
      who.with_header("Authorization", "Bearer h.p.s").without_header("Cookie").answer(200, ada),
      who.with_header("Cookie", "connect.sid=own").without_header("Authorization").answer(200, ada),
      who.with_header("Authorization", "Bearer h.p.s").answer(200, ada)};
  client_of<Storage> client{server, nobody};
  if (client.sign_in(bearer{"h.p.s"}) || !client.auth().get_session()) return false;
  header const own[] = {{"Cookie", "connect.sid=own"}};  // for one call
  if (!client.auth().get_session({.headers = own}) || !client.auth().get_session()) return false;
  auto const refused = client.sign_in(api_token{"pk_01"});
  return refused && refused->code == errc::publishable_key &&
         holds(client, credential_kind::bearer, "h.p.s") && server.finished();
}

}  // namespace

HEAPLESS_TWINS("static: a session from login to logout", test_a_session_from_login_to_logout, 48,
               8);
HEAPLESS_TWINS("static: a bearer token", test_a_bearer_token, 48, 8);
HEAPLESS_TWINS("static: a login that is refused", test_a_login_that_is_refused, 48, 8);
HEAPLESS_TWINS("static: a login without its cookie", test_a_login_without_its_cookie, 48, 8);
HEAPLESS_TWINS("static: other credentials from now on", test_other_credentials_from_now_on, 48, 8);
