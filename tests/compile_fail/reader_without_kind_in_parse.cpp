// SPDX-License-Identifier: MIT
// parse() says it as well as a client.
// first: a json value has: json::kind kind\(\) const;
#include "models.hpp"

struct value : whole::value {
#ifndef MEDUSA_CONTROL
  void kind() = delete;
#endif
};

bool checks() {
  medusa::admin::retrieve_user const op{};
  return medusa::parse<whole::storage, whole::reader_of<value>>(op, whole::response{}).has_value();
}
