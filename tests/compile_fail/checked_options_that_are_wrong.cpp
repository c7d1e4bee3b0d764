// expect: these_options_are_wrong
#include <medusa/embedded.hpp>

#ifdef MEDUSA_CONTROL
#define BASE_URL "https://shop.example"
#else
#define BASE_URL "https://user:password@shop.example"
#endif
inline constexpr medusa::checked_options wrong(medusa::basic_options<medusa::no_clock>{
    .base_url = BASE_URL});
