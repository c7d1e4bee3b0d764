// SPDX-License-Identifier: MIT
// A view of a string that was returned by value would dangle.
// first: Response: wanted `std::string_view body\(\) const`, or what converts to it and is still there afterwards
#include "models.hpp"

struct response : whole::response {
#ifndef MEDUSA_CONTROL
  std::string body() const { return {}; }
#endif
};

bool checks() { return whole::asks<whole::transport_of<response>>(); }
