// SPDX-License-Identifier: MIT
// A JSON policy that does not name its value type.
// first: a json reader names its value type: class value;
#include "models.hpp"

#ifdef MEDUSA_CONTROL
using policy = whole::reader_of<whole::value>;
#else
using policy = whole::visiting<whole::value>;
#endif

bool checks() { return whole::reads<policy>(); }
