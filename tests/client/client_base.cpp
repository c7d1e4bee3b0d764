#include <medusa/client/client_base.hpp>

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <string_view>

#include <medusa/client/async_client.hpp>
#include <medusa/client/client.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/async_scripted_transport.hpp>
#include <medusa/testing/scripted_transport.hpp>
#include <medusa/testing/virtual_clock.hpp>
#include <support/twins.hpp>

// What both clients have in common is one code, and the same for both.
namespace {

using namespace medusa;
using namespace medusa::testing;

template <class Client, class Transport>
constexpr bool common_to_both() {
  Transport server{};
  Client bad{server, {.base_url = "shop"}};
  if (bad.status() != encode_error{.code = errc::invalid_url, .field = "base_url"}) return false;
  Client client{server,
                {.base_url = "https://shop.example",
                 .credentials = api_token{"one"},
                 .limits = {.response_body = 77}}};
  if (client.status() || client.limits().response_body != 77) return false;
  if (client.credentials().kind() != credential_kind::api_token) return false;
  if (client.sign_in(api_token{"pk_1"}).value().code != errc::publishable_key) return false;
  if (client.sign_in(bearer{"two"}) || client.credentials().value().reveal() != "two") return false;
  return client.sign_in(bearer{"0123456789"}).value() ==
         encode_error{.code = errc::too_long, .field = "credentials", .needed = 10};
}

using base_storage = basic_fixed<limits{.credential = 9}>;
constexpr bool test_common_to_both_clients() {
  return common_to_both<admin::client<scripted_transport&, json::scanner, base_storage>,
                        scripted_transport>() &&
         common_to_both<admin::async_client<async_scripted_transport&, json::scanner, base_storage>,
                        async_scripted_transport>();
}

/// Renewed credentials need room for what goes before them.
constexpr std::optional<errc> renewed_with(credentials const& given) {
  scripted_transport server{expect(method::get, "/admin/users/u").answer(401),
                            expect(method::get, "/admin/users/u")
                                .with_header("Authorization", "Bearer 12345678")
                                .answer(404)};
  auto provider = [&given]() -> std::optional<credentials> { return given; };
  using small = basic_fixed<limits{.credential = 20}>;
  admin::client<scripted_transport&, json::scanner, small, no_clock, decltype(provider)&> client{
      server, {.base_url = "https://shop.example"}, no_clock(), provider};
  return client.users().retrieve("u").error().code;
}
constexpr bool test_room_for_renewed_credentials() {
  return renewed_with(bearer{"12345678"}) == errc::not_found &&
         renewed_with(bearer{"123456789"}) == errc::too_long;
}
/// A request that is full without credentials is not signed when there are some.
constexpr bool test_no_header_left_for_renewed_credentials() {
  std::array<header, max_request_headers> own{};
  constexpr std::string_view names = "abcdefghijklmnopqrstuvwxyz";
  for (std::size_t n = 0; n < own.size(); ++n) own[n] = {names.substr(n, 1), "v"};
  for (std::size_t n = 0; n < own.size(); ++n) {
    scripted_transport server{expect(method::get, "/admin/users/u").answer(401),
                              expect(method::get, "/admin/users/u").answer(404)};
    auto provider = []() -> std::optional<credentials> { return bearer{"t"}; };
    admin::client<scripted_transport&, json::scanner, fixed<48, 1>, no_clock, decltype(provider)&>
        client{server, {.base_url = "https://shop.example"}, no_clock(), provider};
    errc const code =
        client.users().retrieve("u", {.headers = std::span(own).first(n)}).error().code;
    if (code != errc::not_found) return code == errc::too_many_headers && server.requests() == 1;
  }
  return false;
}
constexpr bool test_renewed_with_nothing() {
  return renewed_with(credentials()) == errc::unauthorized;
}

/// A key is made where a repetition could create twice: for a POST that may be repeated.
constexpr bool test_keys_are_made_for_what_creates() {
  constexpr std::string_view some = "REDACTED";
  scripted_transport server{
      expect(method::post, "/admin/users").with_header("Idempotency-Key", some).answer(404),
      expect(method::post, "/admin/users").with_header("Idempotency-Key", "mine").answer(404),
      expect(method::get, "/admin/users/u").without_header("Idempotency-Key").answer(404),
      expect(method::post, "/admin/users").without_header("Idempotency-Key").answer(404)};
  admin::client<scripted_transport&, json::scanner, base_storage, virtual_clock> repeating{
      server, {.base_url = "https://shop.example", .retry = {.max_retries = 1}}};
  admin::client<scripted_transport&, json::scanner, base_storage, virtual_clock> once{
      server, {.base_url = "https://shop.example"}};
  admin::create_user const ada{.email = "e", .password = "p"};
  static_cast<void>(repeating.users().create(ada));
  static_cast<void>(repeating.users().create(ada, {.idempotency_key = "mine"}));
  static_cast<void>(repeating.users().retrieve("u"));
  static_cast<void>(once.users().create(ada));
  return server.finished();
}

}  // namespace

TWIN("keys are made for what creates", test_keys_are_made_for_what_creates);
TWIN("what both clients have in common", test_common_to_both_clients);
TWIN("room for renewed credentials", test_room_for_renewed_credentials);
TWIN("a provider that gives no credentials has none", test_renewed_with_nothing);
TWIN("no header left for renewed credentials", test_no_header_left_for_renewed_credentials);
