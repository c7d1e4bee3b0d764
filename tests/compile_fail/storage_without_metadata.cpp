// SPDX-License-Identifier: MIT
// A storage policy without a metadata.
// first: Storage: wanted a type `metadata`, which is like `text`
#include "models.hpp"

struct storage : whole::storage {
#ifndef MEDUSA_CONTROL
  using metadata = void;
#endif
};

bool checks() { return whole::stores<storage>(); }
