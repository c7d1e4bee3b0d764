// SPDX-License-Identifier: MIT
// A value of a JSON policy without string().
// first: a json value has: json::text string\(\);
#include "models.hpp"

struct value : whole::value {
#ifndef MEDUSA_CONTROL
  void string() = delete;
#endif
};

bool checks() { return whole::reads<whole::reader_of<value>>(); }
