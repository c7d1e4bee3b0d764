// SPDX-License-Identifier: MIT
// A clock without wait().
// first: Clock: wanted `void wait\(medusa::duration\)`
#include "models.hpp"

struct clock : whole::clock {
#ifndef MEDUSA_CONTROL
  void wait() = delete;
#endif
};

bool checks() { return whole::waits<clock>(); }
