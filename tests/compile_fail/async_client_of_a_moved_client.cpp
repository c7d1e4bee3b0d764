// expect: deleted
#include <medusa/client/async_client.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/async_scripted_transport.hpp>

using script = medusa::testing::async_scripted_transport;
using client_type =
    medusa::admin::async_client<script&, medusa::json::scanner, medusa::fixed<8, 1>>;

void takes(script& server) {
  client_type client{server, {.base_url = "https://shop.example"}};
#ifndef MEDUSA_CONTROL
  client_type other(std::move(client));
#endif
}
