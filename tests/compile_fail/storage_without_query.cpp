// SPDX-License-Identifier: MIT
// A storage policy without a query.
// first: Storage: wanted a type `query` with `resize\(n\)` and `char\* data\(\)`
#include "models.hpp"

struct storage : whole::storage {
#ifndef MEDUSA_CONTROL
  using query = void;
#endif
};

bool checks() { return whole::stores<storage>(); }
