// expect: (not a constant expression|must be initialized by a constant expression)
#include <medusa/embedded.hpp>

// What they view must live as long as the program.
bool make() {
#ifdef MEDUSA_CONTROL
  static constexpr char url[] = "https://shop.example";
#else
  constexpr char url[] = "https://shop.example";
#endif
  constexpr medusa::checked_options options(
      medusa::basic_options<medusa::no_clock>{.base_url = url});
  return options.context().base.text.empty();
}
