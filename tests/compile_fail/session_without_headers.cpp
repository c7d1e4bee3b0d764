// SPDX-License-Identifier: MIT
// first: create_session needs the response's Set-Cookie
#include <medusa/embedded.hpp>

struct response {
  int status() const { return 200; }
  std::string_view body() const { return {}; }
#ifdef MEDUSA_CONTROL
  std::optional<std::string_view> header(std::string_view) const { return std::nullopt; }
#endif
};
struct transport {
  medusa::result<response, int> send(medusa::request const&) { return response{}; }
};

bool signs_in() {
  medusa::admin::client<transport, medusa::json::scanner, medusa::fixed<8, 1>> client{transport{},
                                                                                      {}};
  return client.auth().create_session({.email = "e", .password = "p"}).has_value();
}
