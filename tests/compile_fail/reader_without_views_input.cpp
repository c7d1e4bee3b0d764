// SPDX-License-Identifier: MIT
// A JSON policy that does not say whether texts point into the document.
// first: a json reader has: static constexpr bool views_input = true;
#include "models.hpp"

struct policy : whole::reader_of<whole::value> {
#ifndef MEDUSA_CONTROL
  void views_input() = delete;
#endif
};

bool checks() { return whole::reads<policy>(); }
