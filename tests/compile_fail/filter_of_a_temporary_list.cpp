// expect: (deleted|use of deleted function)
#include <medusa/embedded.hpp>

#include <array>

#ifdef MEDUSA_CONTROL
std::array<std::string_view, 1> const ids{"a"};
medusa::admin::list_users op{.id = ids};
#else
medusa::admin::list_users op{.id = std::array<std::string_view, 1>{"a"}};
#endif
