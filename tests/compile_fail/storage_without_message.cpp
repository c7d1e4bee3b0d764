// SPDX-License-Identifier: MIT
// A storage policy without a message.
// first: Storage: wanted a type `message`, which is like `text`
#include "models.hpp"

struct storage : whole::storage {
#ifndef MEDUSA_CONTROL
  using message = void;
#endif
};

bool checks() { return whole::stores<storage>(); }
