// SPDX-License-Identifier: MIT
// A storage policy without a credential.
// first: Storage: wanted a type `credential` with `resize\(n\)` and `char\* data\(\)`
#include "models.hpp"

struct storage : whole::storage {
#ifndef MEDUSA_CONTROL
  using credential = void;
#endif
};

bool checks() { return whole::stores<storage>(); }
