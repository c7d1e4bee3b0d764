// SPDX-License-Identifier: MIT
#include <support/twins.hpp>

#include <string_view>

#include <medusa/embedded.hpp>
#include <medusa/testing/scripted_transport.hpp>

// What the server refuses, what the network loses, and what was wrong before anything was sent.

namespace {

using namespace medusa;
using medusa::testing::expect;
using medusa::testing::scripted_error;
using medusa::testing::scripted_transport;

template <class Storage>
using client_of = admin::client<scripted_transport&, json::scanner, Storage>;

constexpr basic_options<no_clock> shop{.base_url = "https://shop.example",
                                       .credentials = api_token{"tok"}};

template <class Storage>
constexpr bool is_refused(int status, errc wanted) {
  scripted_transport server{expect(method::get, "/admin/users/u").answer(status)};
  client_of<Storage> client{server, shop};
  auto const user = client.users().retrieve("u");
  return !user && user.error().code == wanted && user.error().status == status &&
         user.error().attempts == 1 && user.error().stage() == stage::status && server.finished();
}

template <class Storage>
constexpr bool test_every_status_has_its_code() {
  return is_refused<Storage>(302, errc::redirected) && is_refused<Storage>(304, errc::redirected) &&
         is_refused<Storage>(400, errc::bad_request) &&
         is_refused<Storage>(401, errc::unauthorized) &&
         is_refused<Storage>(403, errc::forbidden) && is_refused<Storage>(404, errc::not_found) &&
         is_refused<Storage>(409, errc::conflict) &&
         is_refused<Storage>(413, errc::payload_too_large);
}
template <class Storage>
constexpr bool test_every_other_status_has_its_code() {
  return is_refused<Storage>(422, errc::unprocessable) &&
         is_refused<Storage>(429, errc::too_many_requests) &&
         is_refused<Storage>(500, errc::server_error) &&
         is_refused<Storage>(502, errc::server_error) &&
         is_refused<Storage>(503, errc::unavailable) &&
         is_refused<Storage>(418, errc::unexpected_status) &&
         is_refused<Storage>(199, errc::unexpected_status);
}

template <class Storage>
constexpr bool test_what_the_server_says_about_it() {
  scripted_transport server{
      expect(method::post, "/admin/users")
          .answer(
              422,
              R"({"code":"invalid_request_error","type":"duplicate_error","message":"exists"})")};
  client_of<Storage> client{server, shop};
  auto const made = client.users().create({.email = "ada@example.com", .password = "s3cret"});
  if (made) return false;
  auto const& said = made.error().server;
  return said.type == error_type::duplicate_error &&
         said.code == error_code::invalid_request_error && said.message == "exists" &&
         !said.message_dropped &&
         to_string(made.error()) == "status 422: the server could not process the request: exists";
}

template <class Storage>
constexpr bool test_a_used_reset_token() {
  scripted_transport server{expect(method::post, "/admin/users/reset-password")
                                .answer(500, R"({"message":"jwt expired"})")};
  client_of<Storage> client{server, shop};
  auto const user = client.users().reset_password({.token = "used", .password = "n3w"});
  return !user && user.error().code == errc::reset_token_rejected && user.error().status == 500;
}

template <class Storage>
constexpr bool test_a_network_that_fails() {
  scripted_transport server{expect(method::get, "/admin/users/u").fail(scripted_error::broken)};
  client_of<Storage> client{server, shop};
  auto const user = client.users().retrieve("u");
  return !user && user.error().code == errc::transport_failed &&
         user.error().stage() == stage::transport &&
         user.error().transport == scripted_error::broken && user.error().status == 0 &&
         user.error().attempts == 1;
}

/// Nothing is sent, and the failure names the field.
template <class Storage>
constexpr bool is_kept_back(auto call, errc code, std::string_view field) {
  scripted_transport server{};
  client_of<Storage> client{server, shop};
  auto const failed = call(client.users());
  return !failed && failed.error().code == code && failed.error().field == field &&
         failed.error().attempts == 0 && failed.error().stage() == stage::encode &&
         server.requests() == 0;
}

template <class Storage>
constexpr bool test_what_cannot_be_sent() {
  constexpr auto long_ago = [](auto users) {
    return users.list({.created_at = {.lt = timestamp()}});
  };
  return is_kept_back<Storage>([](auto u) { return u.create({.password = "p"}); },
                               errc::missing_value, "email") &&
         is_kept_back<Storage>([](auto u) { return u.create({.email = "e"}); }, errc::missing_value,
                               "password") &&
         is_kept_back<Storage>([](auto u) { return u.retrieve(""); }, errc::missing_value, "id") &&
         is_kept_back<Storage>([](auto u) { return u.remove(".."); }, errc::invalid_id, "id") &&
         is_kept_back<Storage>([](auto u) { return u.retrieve("a\nb"); }, errc::control_character,
                               "id") &&
         is_kept_back<Storage>([](auto u) { return u.retrieve("\xFF"); }, errc::invalid_utf8,
                               "id") &&
         is_kept_back<Storage>(long_ago, errc::out_of_range, "created_at") &&
         is_kept_back<Storage>([](auto u) { return u.update("u", {.metadata = "[]"}); },
                               errc::invalid_json, "metadata") &&
         is_kept_back<Storage>(
             [](auto u) { return u.update("u", {.role = static_cast<admin::role>(9)}); },
             errc::invalid_value, "role");
}

template <class Storage>
constexpr bool test_options_that_are_wrong() {
  scripted_transport server{};
  client_of<Storage> client{server, {.base_url = "shop.example"}};
  auto const user = client.users().retrieve("u");
  return client.status() && client.status()->code == errc::invalid_url && !user &&
         user.error().code == errc::invalid_url && server.requests() == 0;
}

}  // namespace

HEAPLESS_TWINS("static: every status has its code", test_every_status_has_its_code, 48, 8);
HEAPLESS_TWINS("static: every other status has its code", test_every_other_status_has_its_code, 48,
               8);
HEAPLESS_TWINS("static: what the server says about it", test_what_the_server_says_about_it, 48, 8);
HEAPLESS_TWINS("static: a used reset token", test_a_used_reset_token, 48, 8);
HEAPLESS_TWINS("static: a network that fails", test_a_network_that_fails, 48, 8);
HEAPLESS_TWINS("static: what cannot be sent", test_what_cannot_be_sent, 48, 8);
HEAPLESS_TWINS("static: options that are wrong", test_options_that_are_wrong, 48, 8);
