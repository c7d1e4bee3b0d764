// SPDX-License-Identifier: MIT
// A storage policy without a request_buffer.
// first: Storage: wanted a type `request_buffer`: a medusa::request_memory
#include "models.hpp"

struct storage : whole::storage {
#ifndef MEDUSA_CONTROL
  using request_buffer = void;
#endif
};

bool checks() { return whole::stores<storage>(); }
