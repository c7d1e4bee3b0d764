// SPDX-License-Identifier: MIT
// A value of a JSON policy without raw().
// first: a json value has: raw\(\), whose result converts to std::string_view
#include "models.hpp"

#include <medusa/client/async_client.hpp>

struct value : whole::value {
#ifndef MEDUSA_CONTROL
  void raw() = delete;
#endif
};
struct transport {
  using result_type = medusa::result<whole::response, int>;
  void send(medusa::request const&, medusa::async_handler<result_type>) {}
};

bool checks() {
  medusa::admin::async_client<transport, whole::reader_of<value>, whole::storage, medusa::no_clock>
      client{transport{}, {}};
  return client.status().has_value();
}
