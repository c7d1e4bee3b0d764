// expect: (deleted|use of deleted function)
#include <medusa/embedded.hpp>

#ifdef MEDUSA_CONTROL
medusa::admin::user_changes changes{.metadata = "{}"};
#else
medusa::admin::user_changes changes{.metadata = nullptr};
#endif
