// SPDX-License-Identifier: MIT
// A value of a JSON policy without raw().
// first: a json value has: raw\(\), whose result converts to std::string_view
#include "models.hpp"

struct value : whole::value {
#ifndef MEDUSA_CONTROL
  void raw() = delete;
#endif
};

bool checks() { return whole::reads<whole::reader_of<value>>(); }
