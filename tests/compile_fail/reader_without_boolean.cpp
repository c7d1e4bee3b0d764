// SPDX-License-Identifier: MIT
// A value of a JSON policy without boolean().
// first: a json value has: bool boolean\(\);
#include "models.hpp"

struct value : whole::value {
#ifndef MEDUSA_CONTROL
  void boolean() = delete;
#endif
};

bool checks() { return whole::reads<whole::reader_of<value>>(); }
