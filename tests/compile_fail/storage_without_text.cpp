// SPDX-License-Identifier: MIT
// A storage policy without a text.
// first: Storage: wanted a type `text`: std::string_view, or with `resize\(n\)`
#include "models.hpp"

struct storage : whole::storage {
#ifndef MEDUSA_CONTROL
  using text = void;
#endif
};

bool checks() { return whole::stores<storage>(); }
