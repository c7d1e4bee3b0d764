// SPDX-License-Identifier: MIT
#include <medusa/core/hot.hpp>

#include <doctest/doctest.h>

namespace {

MEDUSA_HOT constexpr int twice(int n) { return 2 * n; }

TEST_CASE("code is small where the compiler was told so, or where registers are") {
#if defined(__OPTIMIZE_SIZE__)
  CHECK(medusa::detail::small_code);
#else
  CHECK(medusa::detail::small_code == (sizeof(void*) < 8));
#endif
  CHECK(twice(2) == 4);
}

}  // namespace
