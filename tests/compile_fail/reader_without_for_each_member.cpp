// SPDX-License-Identifier: MIT
// A value of a JSON policy without for_each_member().
// first: a json value has: template <class F> bool for_each_member\(F&& f\);
#include "models.hpp"

struct value : whole::value {
#ifndef MEDUSA_CONTROL
  void for_each_member() = delete;
#endif
};

bool checks() { return whole::reads<whole::reader_of<value>>(); }
