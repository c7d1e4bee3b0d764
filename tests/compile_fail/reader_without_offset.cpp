// SPDX-License-Identifier: MIT
// A value of a JSON policy without offset().
// first: a json value has: std::size_t offset\(\) const;
#include "models.hpp"

struct value : whole::value {
#ifndef MEDUSA_CONTROL
  void offset() = delete;
#endif
};

bool checks() { return whole::reads<whole::reader_of<value>>(); }
