// SPDX-License-Identifier: MIT
// A storage policy without a list.
// first: Storage: wanted `template <class T> using list`
#include "models.hpp"

struct storage : whole::storage {
#ifndef MEDUSA_CONTROL
  template <class T>
  using list = T*;
#endif
};

bool checks() { return whole::stores<storage>(); }
