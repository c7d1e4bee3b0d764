// expect: deleted
#include <medusa/client/async_client.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/async_scripted_transport.hpp>

using script = medusa::testing::async_scripted_transport;

void asks(
    medusa::admin::async_client<script&, medusa::json::scanner, medusa::fixed<8, 1>>& client) {
  auto call = client.users().retrieve("u");
#ifndef MEDUSA_CONTROL
  auto moved = std::move(call);
#endif
}
