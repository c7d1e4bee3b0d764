// SPDX-License-Identifier: MIT
// An asynchronous client takes no blocking transport.
// first: Async transport: wanted a member type `result_type`
#include "models.hpp"

#include <medusa/client/async_client.hpp>

#ifdef MEDUSA_CONTROL
struct transport {
  using result_type = medusa::result<whole::response, int>;
  void send(medusa::request const&, medusa::async_handler<result_type>) {}
};
#else
using transport = whole::transport_of<whole::response>;
#endif

bool checks() {
  medusa::admin::async_client<transport, medusa::json::scanner, whole::storage, medusa::no_clock>
      client{transport{}, {}};
  return client.status().has_value();
}
