#include <medusa/client/async_auth_api.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string_view>

#include <medusa/client/async_client.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/async_scripted_transport.hpp>
#include <support/task.hpp>
#include <support/twins.hpp>

namespace {

using namespace medusa;
using namespace medusa::testing;
using script = async_scripted_transport;
using signing = admin::async_client<script&, json::scanner, fixed<48, 4>>;

constexpr std::string_view signed_in = R"({"user":{"id":"u","email":"e"}})";
constexpr std::string_view login = R"({"email":"e","password":"p"})";

constexpr script session() {
  return {
      {expect(method::post, "/admin/auth")
           .body(login)
           .answer(200, signed_in)
           .header("Set-Cookie", "connect.sid=s%3A1; Path=/"),
       expect(method::get, "/admin/auth")
           .with_header("Cookie", "connect.sid=s%3A1")
           .answer(200, signed_in),
       expect(method::del, "/admin/auth").with_header("Cookie", "connect.sid=s%3A1").answer(200),
       expect(method::post, "/admin/auth/token")
           .body(login)
           .answer(200, R"({"access_token":"jwt"})"),
       expect(method::get, "/admin/auth")
           .with_header("Authorization", "Bearer jwt")
           .answer(200, signed_in)},
      script::answers::at_once};
}

constexpr bool test_async_signing_in_and_out() {
  script server = session();
  signing client{server, {.base_url = "https://shop.example"}};
  int good = 0;
  auto const count = [&good](auto const& result) { good += result ? 1 : 0; };
  auto const auth = client.auth();
  auth.create_session({.email = "e", .password = "p"}, count);
  auth.get_session(count);
  auth.delete_session(count);
  auth.get_token({.email = "e", .password = "p"}, count);
  auth.get_session(count);
  return good == 5 && server.finished() && client.credentials().kind() == credential_kind::bearer;
}

constexpr bool test_async_signing_in_with_options() {
  script server = session();
  signing client{server, {.base_url = "https://shop.example"}};
  int good = 0;
  auto const count = [&good](auto const& result) { good += result ? 1 : 0; };
  call_options const with{.timeout = duration::seconds(1)};
  auto const auth = client.auth();
  auth.create_session({.email = "e", .password = "p"}, with, count);
  auth.get_session(with, count);
  auth.delete_session(with, count);
  auth.get_token({.email = "e", .password = "p"}, with, count);
  auth.get_session(with, count);
  return good == 5 && server.finished() && server.script().last_timeout() == duration::seconds(1);
}

}  // namespace

TWIN("signing in and out with handlers", test_async_signing_in_and_out);
TWIN("signing in with options and handlers", test_async_signing_in_with_options);

TEST_CASE("signing in and out, awaited") {
  script server = session();
  signing client{server, {.base_url = "https://shop.example"}};
  int good = 0;
  auto const run = [](auto auth, int& count) -> support::task {
    count += (co_await auth.create_session({.email = "e", .password = "p"})) ? 1 : 0;
    count += (co_await auth.get_session()) ? 1 : 0;
    count += (co_await auth.delete_session()) ? 1 : 0;
    count += (co_await auth.get_token({.email = "e", .password = "p"})) ? 1 : 0;
    count += (co_await auth.get_session()) ? 1 : 0;
  };
  support::task const t = run(client.auth(), good);
  CHECK(t.done());
  CHECK(good == 5);
  CHECK(server.finished());
}
