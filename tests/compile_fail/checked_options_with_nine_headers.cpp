// expect: these_options_are_wrong
#include <medusa/embedded.hpp>

#include <array>

#ifdef MEDUSA_CONTROL
inline constexpr std::size_t count = 8;
#else
inline constexpr std::size_t count = 9;
#endif
inline constexpr std::array<medusa::header, 9> all{{{"A", ""},
                                                    {"B", ""},
                                                    {"C", ""},
                                                    {"D", ""},
                                                    {"E", ""},
                                                    {"F", ""},
                                                    {"G", ""},
                                                    {"H", ""},
                                                    {"I", ""}}};
inline constexpr medusa::checked_options wrong(medusa::basic_options<medusa::no_clock>{
    .base_url = "https://shop.example", .headers = {all.data(), count}});
