// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cstddef>
#include <string_view>

#include <medusa/embedded.hpp>
#include <medusa/testing/scripted_transport.hpp>

// Limits of a call: N fits, N + 1 is an error of its own that says how much was needed. Those of
// single parts are tested beside the parts: text, items and metadata in model/fixed.cpp, the
// message in operation/parse.cpp, options and headers in client/settings.cpp, request_head and
// request_body in operation/build_request.cpp and request_writer.cpp, HTTP/1.1 in
// ext/http1/response_parser.cpp.

namespace {

using namespace medusa;
using medusa::testing::expect;
using medusa::testing::scripted_transport;

constexpr std::string_view user = R"({"user":{"id":"u","email":"e"}})";

/// URL, body and credential lie in its buffer.
constexpr std::string_view url = "https://shop.example/admin/users";
constexpr std::string_view body = R"({"email":"e","password":"p"})";
constexpr std::size_t request_size = url.size() + body.size() + std::string_view("tok").size();

template <std::size_t Request>
constexpr encode_error error_of_a_create() {
  scripted_transport server{expect(method::post, "/admin/users").body(body).answer(200, user)};
  admin::client<scripted_transport&, json::scanner,
                basic_fixed<limits{.items = 1, .request = Request}>>
      client{server, {.base_url = "https://shop.example", .credentials = api_token{"tok"}}};
  auto const made = client.users().create({.email = "e", .password = "p"});
  if (made)
    return server.finished() ? encode_error{} : encode_error{.code = errc::transport_failed};
  return {made.error().code, made.error().field, made.error().needed};
}

constexpr bool test_limit_of_a_request() {
  return error_of_a_create<request_size>() == encode_error{} &&
         error_of_a_create<request_size - 1>() == encode_error{.code = errc::buffer_too_small,
                                                               .field = "request",
                                                               .needed = request_size};
}

/// A session whose cookie the client cannot keep is none, and the old credentials stay.
constexpr bool test_limit_of_a_session_cookie() {
  scripted_transport server{expect(method::post, "/admin/auth")
                                .answer(200, user)
                                .header("Set-Cookie", "connect.sid=12345"),
                            expect(method::post, "/admin/auth")
                                .answer(200, user)
                                .header("Set-Cookie", "connect.sid=1234")};
  admin::client<scripted_transport&, json::scanner,
                basic_fixed<limits{.items = 1, .credential = 4}>>
      client{server, {.base_url = "https://shop.example"}};
  auto const refused = client.auth().create_session({.email = "e", .password = "p"});
  if (refused || refused.error().code != errc::text_too_long || refused.error().needed != 5)
    return false;
  if (client.credentials().kind() != credential_kind::none) return false;
  return client.auth().create_session({.email = "e", .password = "p"}) &&
         client.credentials().value() == secret_view("1234") && server.finished();
}

/// The transport is told, and a body that is larger nevertheless is not read.
constexpr bool test_limit_of_a_response() {
  scripted_transport server{expect(method::get, "/admin/users/u").answer(200, user).times(2)};
  using client_type = admin::client<scripted_transport&, json::scanner, borrowed<1>>;
  client_type fits{server,
                   {.base_url = "https://shop.example", .limits = {.response_body = user.size()}}};
  if (!fits.users().retrieve("u")) return false;
  client_type small{
      server, {.base_url = "https://shop.example", .limits = {.response_body = user.size() - 1}}};
  auto const refused = small.users().retrieve("u");
  return !refused && refused.error().code == errc::response_too_large &&
         refused.error().status == 200 && server.finished();
}

constexpr bool test_limit_of_a_user_of_a_page() {
  scripted_transport server{
      expect(method::get, "/admin/users?limit=2")
          .answer(200, R"({"users":[{"id":"a","email":"1234"},{"id":"b","email":"12345"}]})")};
  admin::client<scripted_transport&, json::scanner, fixed<4, 2>> client{
      server, {.base_url = "https://shop.example"}};
  auto const page = client.users().list();
  return !page && page.error().code == errc::text_too_long &&
         page.error().path == "users[1].email" && page.error().needed == 5;
}

}  // namespace

TEST_CASE("limits: a request") { CHECK(test_limit_of_a_request()); }
static_assert(test_limit_of_a_request());
TEST_CASE("limits: a session cookie") { CHECK(test_limit_of_a_session_cookie()); }
static_assert(test_limit_of_a_session_cookie());
TEST_CASE("limits: a response") { CHECK(test_limit_of_a_response()); }
static_assert(test_limit_of_a_response());
TEST_CASE("limits: a user of a page") { CHECK(test_limit_of_a_user_of_a_page()); }
static_assert(test_limit_of_a_user_of_a_page());
