// expect: (no viable conversion|could not convert|conversion from)
#include <medusa/core/secret.hpp>

#include <string_view>

medusa::secret_view secret("hunter2");
#ifdef MEDUSA_CONTROL
std::string_view shown = secret.reveal();
#else
std::string_view shown = secret;
#endif
