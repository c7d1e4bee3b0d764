// expect: (could not convert|no viable conversion|conversion from)
#include <medusa/embedded.hpp>

#ifdef MEDUSA_CONTROL
medusa::admin::user_changes changes{.last_name = nullptr};
#else
medusa::admin::user_changes changes{.last_name = 0};
#endif
