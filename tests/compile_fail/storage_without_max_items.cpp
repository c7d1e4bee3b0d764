// SPDX-License-Identifier: MIT
// A storage policy without max_items.
// first: Storage: wanted `static constexpr std::optional<std::size_t> max_items`
#include "models.hpp"

struct storage : whole::storage {
#ifndef MEDUSA_CONTROL
  void max_items() = delete;
#endif
};

bool checks() { return whole::stores<storage>(); }
