// SPDX-License-Identifier: MIT
// And one that is asynchronous.
// expect: borrowed storage views the response, but this JSON policy's text does not outlive its
#include <medusa/client/async_client.hpp>
#include <medusa/model/borrowed.hpp>
#include "models.hpp"

struct policy : whole::reader_of<whole::value> {
#ifndef MEDUSA_CONTROL
  static constexpr bool views_input = false;
#endif
};
using storage = medusa::borrowed<1>;

struct transport {
  using result_type = medusa::result<medusa::response_view, int>;
  void send(medusa::request const&, medusa::async_handler<result_type>) {}
};

void asks(medusa::admin::async_client<transport, policy, storage>& client) {
  client.users().retrieve("u", [](auto const&) {});
}
