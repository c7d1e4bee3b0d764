// SPDX-License-Identifier: MIT
// A clock without random(): an asynchronous client does not wait with it.
// first: Clock: wanted `std::uint64_t random\(\)`
#include "models.hpp"

#include <medusa/client/async_client.hpp>

struct clock : whole::clock {
  void wait(medusa::duration) = delete;
#ifndef MEDUSA_CONTROL
  void random() = delete;
#endif
};
struct transport {
  using result_type = medusa::result<whole::response, int>;
  void send(medusa::request const&, medusa::async_handler<result_type>) {}
};

bool checks() {
  medusa::admin::async_client<transport, medusa::json::scanner, whole::storage, clock> client{
      transport{}, {}};
  return client.status().has_value();
}
