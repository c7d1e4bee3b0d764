// SPDX-License-Identifier: MIT
// NULL is a number, however it is written: only nullptr says null.
// expect: (could not convert|no viable conversion)
#include <cstddef>

#include <medusa/embedded.hpp>

#ifdef MEDUSA_CONTROL
medusa::admin::user_changes changes{.first_name = nullptr};
#else
medusa::admin::user_changes changes{.first_name = NULL};
#endif
