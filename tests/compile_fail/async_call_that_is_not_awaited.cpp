// expect: nodiscard
#include <medusa/client/async_client.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/async_scripted_transport.hpp>

using script = medusa::testing::async_scripted_transport;

void asks(
    medusa::admin::async_client<script&, medusa::json::scanner, medusa::fixed<8, 1>>& client) {
#ifdef MEDUSA_CONTROL
  static_cast<void>(client.users().retrieve("u"));
#else
  client.users().retrieve("u");
#endif
}
