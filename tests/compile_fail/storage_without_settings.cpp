// SPDX-License-Identifier: MIT
// A storage policy without a settings.
// first: Storage: wanted a type `settings` with `resize\(n\)` and `char\* data\(\)`
#include "models.hpp"

struct storage : whole::storage {
#ifndef MEDUSA_CONTROL
  using settings = void;
#endif
};

bool checks() { return whole::stores<storage>(); }
