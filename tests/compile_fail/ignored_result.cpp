// expect: nodiscard
#include <medusa/embedded.hpp>

medusa::result<int, int> answer();

void asks() {
#ifdef MEDUSA_CONTROL
  static_cast<void>(answer());
#else
  answer();
#endif
}
