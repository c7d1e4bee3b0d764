// SPDX-License-Identifier: MIT
// An answer without a body.
// first: Response: wanted `std::string_view body\(\) const`, or what converts to it and is still there afterwards
#include "models.hpp"

struct response : whole::response {
#ifndef MEDUSA_CONTROL
  void body() = delete;
#endif
};

bool checks() { return whole::asks<whole::transport_of<response>>(); }
