// SPDX-License-Identifier: MIT
#include <medusa/core/erased.hpp>

#include <doctest/doctest.h>

namespace {

using medusa::detail::erased;
using medusa::detail::erased_pointer;
using medusa::detail::unerase;

constexpr void add(erased const& number, int n) { unerase<int>(number) += n; }

constexpr bool test_erased_pointer() {
  int number = 1;
  erased_pointer<int> const pointer(number);
  add(pointer, 2);
  int const constant = 7;
  erased_pointer<int const> const view(constant);
  erased const& base = view;
  return number == 3 && unerase<int const>(base) == 7;
}
TEST_CASE("a pointer comes back as what it was") { CHECK(test_erased_pointer()); }
static_assert(test_erased_pointer());

}  // namespace
