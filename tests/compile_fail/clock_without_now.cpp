// SPDX-License-Identifier: MIT
// A clock without now().
// first: Clock: wanted `medusa::duration now\(\)`
#include "models.hpp"

struct clock : whole::clock {
#ifndef MEDUSA_CONTROL
  void now() = delete;
#endif
};

bool checks() { return whole::waits<clock>(); }
