// SPDX-License-Identifier: MIT
#include <medusa/http/status_row.hpp>

#include <doctest/doctest.h>

#include <initializer_list>
#include <limits>

namespace {

using medusa::detail::status_row;

constexpr bool test_rows() {
  constexpr status_row<bool> first{400, true};
  constexpr status_row<bool> last{655, false};
  using ints = std::numeric_limits<int>;
  for (int const other : {ints::min(), -1, 0, 144, 399, 401, 654, 656, 911, ints::max()})
    if (first.is_of(other) || last.is_of(other)) return false;
  return first.is_of(400) && first.means && last.is_of(655) && !last.means && sizeof first == 2;
}

TEST_CASE("status_row: of one status") { CHECK(test_rows()); }
static_assert(test_rows());

}  // namespace
