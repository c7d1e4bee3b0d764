// SPDX-License-Identifier: MIT
// parse() says it as well as a client.
// first: Response: wanted `std::string_view body\(\) const`, or what converts to it and is still there afterwards
#include "models.hpp"

struct response : whole::response {
#ifndef MEDUSA_CONTROL
  void body() = delete;
#endif
};

bool checks() {
  return medusa::parse<whole::storage>(medusa::admin::retrieve_user{}, response{}).has_value();
}
