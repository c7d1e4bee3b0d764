// expect: retry
#include <medusa/embedded.hpp>

#ifdef MEDUSA_CONTROL
medusa::basic_options<medusa::no_clock> options{.base_url = "http://h"};
#else
medusa::basic_options<medusa::no_clock> options{.base_url = "http://h",
                                                .retry = {.max_retries = 3}};
#endif
