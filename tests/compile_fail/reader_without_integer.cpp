// SPDX-License-Identifier: MIT
// A value of a JSON policy without integer().
// first: a json value has: std::optional<std::int64_t> integer\(\);
#include "models.hpp"

struct value : whole::value {
#ifndef MEDUSA_CONTROL
  void integer() = delete;
#endif
};

bool checks() { return whole::reads<whole::reader_of<value>>(); }
