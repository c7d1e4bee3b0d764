// SPDX-License-Identifier: MIT
// A storage policy without views_response.
// first: Storage: wanted `static constexpr bool views_response`
#include "models.hpp"

struct storage : whole::storage {
#ifndef MEDUSA_CONTROL
  void views_response() = delete;
#endif
};

bool checks() { return whole::stores<storage>(); }
