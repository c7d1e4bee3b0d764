// SPDX-License-Identifier: MIT
// first: borrowed results view the response's body, and this transport's response is gone
#include <medusa/embedded.hpp>

struct response {
  char text[4] = {};
  int status() const { return 200; }
  std::string_view body() const { return {text, 4}; }
};
struct transport {
  medusa::result<response, int> send(medusa::request const&) { return response{}; }
};
#ifdef MEDUSA_CONTROL
using storage = medusa::fixed<8, 1>;
#else
using storage = medusa::borrowed<1>;
#endif

bool reads() {
  medusa::admin::client<transport, medusa::json::scanner, storage> client{transport{}, {}};
  return client.users().retrieve("u").has_value();
}
