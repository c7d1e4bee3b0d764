// SPDX-License-Identifier: MIT
// What can go wrong is part of a function's type: result has no default error.
// expect: wrong number of template arguments|too few template arguments
#include <medusa/core/result.hpp>

#ifdef MEDUSA_CONTROL
medusa::result<int, char> answer{42};
#else
medusa::result<int> answer{42};
#endif
