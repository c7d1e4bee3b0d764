// SPDX-License-Identifier: MIT
// A storage policy without a description.
// first: Storage: wanted a type `description` with `resize\(n\)` and `char\* data\(\)`
#include "models.hpp"

struct storage : whole::storage {
#ifndef MEDUSA_CONTROL
  using description = void;
#endif
};

bool checks() { return whole::stores<storage>(); }
