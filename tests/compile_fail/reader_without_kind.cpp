// SPDX-License-Identifier: MIT
// A value of a JSON policy without kind().
// first: a json value has: json::kind kind\(\) const;
#include "models.hpp"

struct value : whole::value {
#ifndef MEDUSA_CONTROL
  void kind() = delete;
#endif
};

bool checks() { return whole::reads<whole::reader_of<value>>(); }
