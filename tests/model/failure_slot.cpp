// SPDX-License-Identifier: MIT
#include <medusa/model/failure_slot.hpp>

#include <doctest/doctest.h>

#include <optional>

namespace {

using medusa::detail::failure_slot;

struct trouble {
  int number = 0;
};

constexpr void fail(failure_slot<trouble>& slot, int number) { slot.emplace().number += number; }

constexpr bool test_optional_slot() {
  std::optional<trouble> to{};
  medusa::detail::optional_slot<trouble> slot(to);
  if (slot.made != nullptr || to) return false;
  fail(slot, 1);
  fail(slot, 2);  // afresh, not 3
  return slot.made == &*to && to->number == 2;
}
TEST_CASE("a failure is made in an optional") { CHECK(test_optional_slot()); }
static_assert(test_optional_slot());

constexpr bool test_result_slot() {
  medusa::result<int, trouble> to(7);
  medusa::detail::result_slot<int, trouble> slot(to);
  if (slot.made != nullptr || *to != 7) return false;
  fail(slot, 1);
  fail(slot, 2);
  return !to && slot.made == &to.error() && to.error().number == 2;
}
TEST_CASE("a failure replaces the value of a result") { CHECK(test_result_slot()); }
static_assert(test_result_slot());

}  // namespace
