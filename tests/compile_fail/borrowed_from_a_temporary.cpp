// SPDX-License-Identifier: MIT
// first: borrowed results view the response's body
#include <medusa/embedded.hpp>

struct response {
  char text[4] = {};
  int status() const { return 200; }
  std::string_view body() const { return {text, 4}; }
};

bool reads() {
  medusa::admin::retrieve_user op{};
#ifdef MEDUSA_CONTROL
  response named;
  return medusa::parse<medusa::borrowed<1>>(op, named).has_value();
#else
  return medusa::parse<medusa::borrowed<1>>(op, response{}).has_value();
#endif
}
