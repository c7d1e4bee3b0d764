// SPDX-License-Identifier: MIT
// The status decides what an answer is.
// first: Response: wanted `int status\(\) const`
#include "models.hpp"

struct response : whole::response {
#ifndef MEDUSA_CONTROL
  void status() = delete;
#endif
};

bool checks() { return whole::asks<whole::transport_of<response>>(); }
