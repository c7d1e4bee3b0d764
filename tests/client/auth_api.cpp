#include <medusa/client/auth_api.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string_view>

#include <medusa/client/client.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/testing/scripted_transport.hpp>
#include <medusa/testing/virtual_clock.hpp>
#include <support/twins.hpp>

namespace {

using namespace medusa;
using namespace medusa::testing;

template <class S>
using client_of = admin::client<scripted_transport&, json::scanner, S, virtual_clock&>;
constexpr basic_options<virtual_clock> options{.base_url = "http://h",
                                               .credentials = api_token{"tok"}};

constexpr std::string_view one = R"({"user":{"id":"u","email":"e"}})";
constexpr scripted_step login = expect(method::post, "/admin/auth");
constexpr scripted_step token = expect(method::post, "/admin/auth/token");

template <class Client>
constexpr bool is_signed_in_by(Client const& client, credential_kind kind, std::string_view value) {
  return client.credentials().kind() == kind && client.credentials().value().reveal() == value;
}

template <class S>
constexpr bool test_every_call_takes_options() {
  std::array<header, 1> const mark{header{"X-Mark", "1"}};
  call_options const with{.headers = mark};
  scripted_transport server{
      login.with_header("X-Mark", "1")
          .answer(200, one)
          .header("Set-Cookie", "connect.sid=s1; Path=/"),
      token.with_header("X-Mark", "1").answer(200, R"({"access_token":"h.p.s"})"),
      expect(method::get, "/admin/auth").with_header("X-Mark", "1").answer(200, one),
      expect(method::del, "/admin/auth").with_header("X-Mark", "1").answer(200, "OK")};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  return client.auth().create_session({.email = "e", .password = "p"}, with) &&
         client.auth().get_token({.email = "e", .password = "p"}, with) &&
         client.auth().get_session(with) && client.auth().delete_session(with) && server.finished();
}

template <class S>
constexpr bool test_the_last_sign_in_counts() {
  scripted_transport server{
      login.without_header("x-medusa-access-token")
          .answer(200, one)
          .header("Set-Cookie", "connect.sid=s1; Path=/"),
      token.without_header("Cookie").answer(200, R"({"access_token":"h.p.s"})"),
      login.without_header("Authorization")
          .answer(200, one)
          .header("Set-Cookie", "connect.sid=s2")};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  if (!client.auth().create_session({.email = "e", .password = "p"})) return false;
  if (!is_signed_in_by(client, credential_kind::session_cookie, "s1")) return false;
  if (!client.auth().get_token({.email = "e", .password = "p"})) return false;
  if (!is_signed_in_by(client, credential_kind::bearer, "h.p.s")) return false;
  if (!client.auth().create_session({.email = "e", .password = "p"})) return false;
  return is_signed_in_by(client, credential_kind::session_cookie, "s2") && server.finished();
}

/// Every answer to somebody unknown brings a cookie, a 401 as well: it is no session.
template <class S>
constexpr bool test_a_failed_sign_in_changes_nothing() {
  scripted_transport server{
      login.answer(401, "Unauthorized").header("Set-Cookie", "connect.sid=anonymous"),
      login.answer(200, R"({"user":{"id":7}})").header("Set-Cookie", "connect.sid=half"),
      login.answer(200, one),
      login.answer(200, one).header("Set-Cookie", "connect.sid=a b"),
      login.fail(scripted_error::broken),
      token.answer(401, "Unauthorized"),
      token.answer(200, R"({"access_token":7})"),
      token.answer(200, R"({"access_token":""})"),
      token.answer(200, R"({"access_token":"a\nb"})"),
      token.answer(200, R"({})"),
      expect(method::get, "/admin/auth")
          .with_header("x-medusa-access-token", "tok")
          .answer(200, one)};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  errc const sessions[] = {errc::unauthorized, errc::wrong_type, errc::missing_cookie,
                           errc::missing_cookie, errc::transport_failed};
  for (errc const code : sessions) {
    auto const user = client.auth().create_session({.email = "e", .password = "p"});
    if (user || user.error().code != code || user.error().attempts != 1) return false;
  }
  errc const tokens[] = {errc::unauthorized, errc::wrong_type, errc::wrong_type, errc::wrong_type,
                         errc::missing_member};
  for (errc const code : tokens) {
    auto const got = client.auth().get_token({.email = "e", .password = "p"});
    if (got || got.error().code != code || got.error().attempts != 1) return false;
  }
  return is_signed_in_by(client, credential_kind::api_token, "tok") &&
         client.auth().get_session() && server.finished();
}

template <class S>
constexpr bool test_signing_out() {
  scripted_transport server{token.answer(200, R"({"access_token":"h.p.s"})"),
                            expect(method::del, "/admin/auth")
                                .with_header("Authorization", "Bearer h.p.s")
                                .answer(401, "Unauthorized"),
                            expect(method::del, "/admin/auth")
                                .with_header("Authorization", "Bearer h.p.s")
                                .answer(200, "OK"),
                            expect(method::del, "/admin/auth")
                                .without_header("Authorization")
                                .answer(401, "Unauthorized")};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  if (!client.auth().get_token({.email = "e", .password = "p"})) return false;
  // Refused: the server may still know the token.
  if (client.auth().delete_session() || !is_signed_in_by(client, credential_kind::bearer, "h.p.s"))
    return false;
  if (!client.auth().delete_session() || !is_signed_in_by(client, credential_kind::none, ""))
    return false;
  auto const again = client.auth().delete_session();
  return !again && again.error().code == errc::unauthorized && server.finished();
}

/// A cookie of exactly what the storage keeps, and one byte more.
constexpr bool test_a_cookie_that_does_not_fit() {
  using small = basic_fixed<medusa::limits{.credential = 4}>;
  scripted_transport server{login.answer(200, one).header("Set-Cookie", "connect.sid=four"),
                            login.answer(200, one).header("Set-Cookie", "connect.sid=five5")};
  virtual_clock clock;
  client_of<small> client{server, {.base_url = "http://h"}, clock};
  if (!client.auth().create_session({.email = "e", .password = "p"})) return false;
  auto const refused = client.auth().create_session({.email = "e", .password = "p"});
  if (refused || refused.error().code != errc::text_too_long || refused.error().needed != 5)
    return false;
  if (refused.error().status != 200 || refused.error().attempts != 1) return false;
  return is_signed_in_by(client, credential_kind::session_cookie, "four") && server.finished();
}

/// A login is not repeated on its own when it may have happened, and is when it cannot have.
template <class S>
constexpr bool test_retries_of_a_login() {
  scripted_transport server{login.fail(scripted_error::refused),
                            login.answer(200, one).header("Set-Cookie", "connect.sid=s"),
                            token.fail(scripted_error::broken)};
  virtual_clock clock;
  client_of<S> client{server, {.base_url = "http://h", .retry = {.max_retries = 3}}, clock};
  if (!client.auth().create_session({.email = "e", .password = "p"})) return false;
  auto const got = client.auth().get_token({.email = "e", .password = "p"});
  return !got && got.error().attempts == 1 &&
         is_signed_in_by(client, credential_kind::session_cookie, "s") && server.finished();
}

}  // namespace

TWINS("auth_api: every call takes options", test_every_call_takes_options, 48, 4);
TWINS("auth_api: the last sign-in counts", test_the_last_sign_in_counts, 48, 4);
TWINS("auth_api: a failed sign-in changes nothing", test_a_failed_sign_in_changes_nothing, 48, 4);
TWINS("auth_api: signing out", test_signing_out, 48, 4);
TWINS("auth_api: retries of a login", test_retries_of_a_login, 48, 4);
TWIN("auth_api: a cookie that does not fit", test_a_cookie_that_does_not_fit);
