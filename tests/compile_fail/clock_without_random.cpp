// SPDX-License-Identifier: MIT
// A clock without random().
// first: Clock: wanted `std::uint64_t random\(\)`
#include "models.hpp"

struct clock : whole::clock {
#ifndef MEDUSA_CONTROL
  void random() = delete;
#endif
};

bool checks() { return whole::waits<clock>(); }
