// Around the clock of docs/by-example.md.
#include <medusa/client/async_client.hpp>
#include <medusa/medusa.hpp>
#include <medusa/testing/async_scripted_transport.hpp>

#include <cstdint>

using namespace medusa;

// SNIPPET

int main() {
  testing::async_scripted_transport http{{testing::expect(method::get, "/admin/auth").answer(503),
                                          testing::expect(method::get, "/admin/auth").answer(401)},
                                         testing::async_scripted_transport::answers::at_once};
  admin::async_client<testing::async_scripted_transport&, json::scanner, hosted, simulated_clock>
      client{http, {.base_url = "http://localhost:9000", .retry = {.max_retries = 1}}};
  bool told = false;
  client.auth().get_session([&told](auto who) { told = !who; });
  return told && http.finished() ? 0 : 1;
}
