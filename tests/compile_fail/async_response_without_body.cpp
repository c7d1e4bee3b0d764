// SPDX-License-Identifier: MIT
// An answer without a body.
// first: Response: wanted `std::string_view body\(\) const`
#include "models.hpp"

#include <medusa/client/async_client.hpp>

struct response : whole::response {
#ifndef MEDUSA_CONTROL
  void body() = delete;
#endif
};
struct transport {
  using result_type = medusa::result<response, int>;
  void send(medusa::request const&, medusa::async_handler<result_type>) {}
};

bool checks() {
  medusa::admin::async_client<transport, medusa::json::scanner, whole::storage, medusa::no_clock>
      client{transport{}, {}};
  return client.status().has_value();
}
