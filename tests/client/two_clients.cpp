#include <medusa/client/client.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <string_view>
#include <utility>

#include <medusa/client/steady_clock.hpp>
#include <medusa/core/result.hpp>
#include <medusa/http/response.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/testing/scripted_transport.hpp>
#include <medusa/testing/virtual_clock.hpp>
#include <support/twins.hpp>

// Nothing is shared but what the user shares.
namespace {

using namespace medusa;
using namespace medusa::testing;

constexpr std::string_view one = R"({"user":{"id":"u","email":"e"}})";

template <class S>
using client_of = admin::client<scripted_transport&, json::scanner, S, virtual_clock&>;

template <class S>
constexpr bool test_credentials_are_each_clients_own() {
  scripted_transport server{
      expect(method::get, "/admin/users/u")
          .with_header("x-medusa-access-token", "first")
          .answer(200, one),
      expect(method::get, "/b/admin/users/u")
          .with_header("Authorization", "Bearer second")
          .without_header("x-medusa-access-token")
          .answer(200, one),
      expect(method::post, "/admin/auth")
          .without_header("Authorization")
          .answer(200, one)
          .header("Set-Cookie", "connect.sid=s"),
      expect(method::get, "/b/admin/users/u")
          .with_header("Authorization", "Bearer second")
          .without_header("Cookie")
          .answer(200, one),
      expect(method::get, "/admin/users/u")
          .with_header("Cookie", "connect.sid=s")
          .without_header("Authorization")
          .answer(200, one),
      expect(method::del, "/b/admin/auth")
          .with_header("Authorization", "Bearer second")
          .answer(200, "OK"),
      expect(method::get, "/admin/users/u").with_header("Cookie", "connect.sid=s").answer(200, one),
      expect(method::get, "/b/admin/users/u")
          .without_header("Authorization")
          .without_header("Cookie")
          .answer(401, "Unauthorized")};
  virtual_clock clock;
  client_of<S> first{server, {.base_url = "http://a", .credentials = api_token{"first"}}, clock};
  client_of<S> second{server, {.base_url = "http://b/b", .credentials = bearer{"second"}}, clock};
  if (!first.users().retrieve("u") || !second.users().retrieve("u")) return false;
  if (!first.auth().create_session({.email = "e", .password = "p"})) return false;
  if (!second.users().retrieve("u") || !first.users().retrieve("u") ||
      !second.auth().delete_session())
    return false;
  if (!first.users().retrieve("u")) return false;
  return second.users().retrieve("u").error().code == errc::unauthorized && server.finished();
}

/// A copy begins where its original is, and then goes its own way.
template <class S>
constexpr bool test_a_copy_has_its_own_settings() {
  scripted_transport server{expect(method::get, "/admin/users/u")
                                .with_header("Authorization", "Bearer long.enough.for.the.heap")
                                .answer(404),
                            expect(method::get, "/admin/users/u")
                                .with_header("Authorization", "Bearer other")
                                .answer(404),
                            expect(method::get, "/admin/users/u")
                                .with_header("Authorization", "Bearer long.enough.for.the.heap")
                                .answer(404),
                            expect(method::get, "/admin/users/u")
                                .with_header("Authorization", "Bearer other")
                                .answer(404)};
  virtual_clock clock;
  client_of<S> original{
      server, {.base_url = "http://a", .credentials = bearer{"long.enough.for.the.heap"}}, clock};
  client_of<S> copy = original;
  static_cast<void>(copy.users().retrieve("u"));
  if (copy.sign_in(bearer{"other"})) return false;
  static_cast<void>(copy.users().retrieve("u"));
  static_cast<void>(original.users().retrieve("u"));
  client_of<S> moved = std::move(copy);
  static_cast<void>(moved.users().retrieve("u"));
  return server.finished();
}

/// An rvalue transport and clock are owned, so that a copy has its own; lvalues are shared.
template <class S>
constexpr bool test_what_is_owned_and_what_is_shared() {
  using owning = admin::client<scripted_transport, json::scanner, S, virtual_clock>;
  constexpr basic_options<virtual_clock> options{.base_url = "http://a",
                                                 .retry = {.max_retries = 1}};
  owning first{scripted_transport{expect(method::get, "/admin/users/u").answer(200, one)}, options,
               virtual_clock{1}};
  owning second = first;
  if (!first.users().retrieve("u") || !second.users().retrieve("u")) return false;
  if (first.users().retrieve("u")) return false;  // its script is at its end

  virtual_clock clock;
  scripted_transport server{clock,
                            {expect(method::get, "/admin/users/u")
                                 .answer(200, one)
                                 .after(duration::seconds(1))
                                 .times(2)}};
  admin::client<scripted_transport&, json::scanner, S, virtual_clock&> third{server, options,
                                                                             clock};
  auto fourth = third;
  return third.users().retrieve("u") && fourth.users().retrieve("u") && server.finished() &&
         clock.now() == duration::seconds(2);
}

}  // namespace

TWINS("two clients: credentials are each client's own", test_credentials_are_each_clients_own, 48,
      4);
TWINS("two clients: a copy has its own settings", test_a_copy_has_its_own_settings, 48, 4);
TWINS("two clients: what is owned and what is shared", test_what_is_owned_and_what_is_shared, 48,
      4);

TEST_CASE("two clients: deduced types") {
  scripted_transport server{};
  admin::client by_reference{server, {.base_url = "http://a"}};
  admin::client by_value{scripted_transport{}, {.base_url = "http://a"}};
  virtual_clock clock;
  admin::client with_clock{server, {.base_url = "http://a", .retry = {.max_retries = 1}}, clock};
  static_assert(std::same_as<decltype(by_reference), admin::client<scripted_transport&>>);
  static_assert(std::same_as<decltype(by_value), admin::client<scripted_transport>>);
  static_assert(
      std::same_as<decltype(with_clock),
                   admin::client<scripted_transport&, json::scanner, hosted, virtual_clock&>>);
  auto copy{by_value};
  static_assert(std::same_as<decltype(copy), decltype(by_value)>);
  by_value = copy;
  CHECK_FALSE(by_value.status());
}
