// SPDX-License-Identifier: MIT
// What send() gives holds the response.
// first: Transport: what send\(\) gives must have `operator\*`, which gives the response
#include "models.hpp"

struct sent {
  explicit operator bool() const { return true; }
  int error() const { return 0; }
#ifdef MEDUSA_CONTROL
  whole::response operator*() const { return {}; }
#endif
};
struct transport {
  sent send(medusa::request const&) { return {}; }
};

bool checks() { return whole::asks<transport>(); }
