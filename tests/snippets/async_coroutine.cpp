// Around a snippet of docs/asynchronous.md: a coroutine, and a server that answers at once.
#include <medusa/client/async_client.hpp>
#include <medusa/medusa.hpp>
#include <medusa/testing/async_scripted_transport.hpp>

#include <cstdio>
#include <string_view>

#include "support/task.hpp"

using support::task;
using script = medusa::testing::async_scripted_transport;
using client_type =
    medusa::admin::async_client<script&, medusa::json::scanner, medusa::hosted, medusa::no_clock>;

// SNIPPET

int main() {
  using medusa::testing::expect;
  script http{
      {expect(medusa::method::post, "/admin/auth/token").answer(200, R"({"access_token":"jwt"})"),
       expect(medusa::method::get, "/admin/users?limit=100")
           .answer(200, R"({"users":[{"id":"a"}],"count":1,"offset":0,"limit":100})")},
      script::answers::at_once};
  client_type client{http, {.base_url = "https://shop.example"}};
  task const t = print_all(client);
  return t.done() && http.finished() ? 0 : 1;
}
