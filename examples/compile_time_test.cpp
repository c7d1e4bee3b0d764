// SPDX-License-Identifier: MIT
// A test that runs while it is compiled: no network, no heap, no test framework. Copy it, and put
// your own code where `promote` stands. When the test fails, this file does not compile.
#include <medusa/embedded.hpp>
#include <medusa/testing/scripted_transport.hpp>
#include <medusa/testing/virtual_clock.hpp>

#include <cstdio>
#include <string_view>

using medusa::method;
using medusa::testing::expect;
using medusa::testing::scripted_transport;
using medusa::testing::virtual_clock;

// The code under test. It takes whichever client the program has; here it makes everybody found an
// admin.
template <class Client>
constexpr int promote(Client& client, std::string_view search) {
  int promoted = 0;
  for (auto&& user : client.users().all({.q = search, .limit = 4})) {
    if (!user) return -1;
    if (client.users().update(user->id, {.role = medusa::admin::role::admin})) ++promoted;
  }
  return promoted;
}

using client_type = medusa::admin::client<scripted_transport&, medusa::json::scanner,
                                          medusa::fixed<48, 4>, virtual_clock&>;

constexpr bool test_promotes_everybody_found() {
  scripted_transport server{
      expect(method::get, "/admin/users?q=ada&limit=4")
          .with_header("x-medusa-access-token", "secret")
          .answer(200,
                  R"({"users":[{"id":"usr_1","email":"ada@example.com"}],"count":1,"offset":0,)"
                  R"("limit":4})"),
      expect(method::post, "/admin/users/usr_1")
          .body(R"({"role":"admin"})")
          .answer(200, R"({"user":{"id":"usr_1","email":"ada@example.com","role":"admin"}})")};
  virtual_clock clock;
  client_type client{
      server,
      {.base_url = "https://shop.example", .credentials = medusa::api_token{"secret"}},
      clock};
  return promote(client, "ada") == 1 && server.finished();
}
static_assert(test_promotes_everybody_found());

// A server that asks for two minutes of patience costs no time: the clock moves when it is waited
// on.
constexpr bool test_waits_as_long_as_it_is_told() {
  scripted_transport server{
      expect(method::get, "/admin/users?q=ada&limit=4").answer(503).header("Retry-After", "120"),
      expect(method::get, "/admin/users?q=ada&limit=4").answer(200, R"({"users":[]})")};
  virtual_clock clock;
  client_type client{
      server, {.base_url = "https://shop.example", .retry = {.max_retries = 1}}, clock};
  return promote(client, "ada") == 0 && clock.waited() == medusa::duration::seconds(120) &&
         server.finished();
}
static_assert(test_waits_as_long_as_it_is_told());

// What went wrong is a value like any other.
constexpr bool test_gives_up_when_not_signed_in() {
  scripted_transport server{
      expect(method::get, "/admin/users?q=ada&limit=4").answer(401, "Unauthorized")};
  virtual_clock clock;
  client_type client{server, {.base_url = "https://shop.example"}, clock};
  return promote(client, "ada") == -1 && server.finished();
}
static_assert(test_gives_up_when_not_signed_in());

int main() { std::puts("All tests passed when this program was compiled."); }
