// SPDX-License-Identifier: MIT
#include <medusa/model/visited_list.hpp>

#include <doctest/doctest.h>

#include <medusa/model/storage.hpp>

namespace {

constexpr bool test_visited_list() {
  int sum = 0;
  auto add = [&sum](int& n) {
    sum += n;
    return sum < 10;
  };
  medusa::visited_list<int, decltype(add)> list(add);
  int* const item = list.try_emplace_back();
  *item = 4;
  if (!list.take(*item) || list.size() != 1) return false;
  if (list.try_emplace_back() != item || *item != 0) return false;
  *item = 6;
  if (list.take(*item) || list.size() != 2 || sum != 10) return false;
  list.clear();
  return list.size() == 0;
}
TEST_CASE("visited_list: one element for all, given away in turn") { CHECK(test_visited_list()); }
static_assert(test_visited_list());

constexpr bool test_function_that_wants_all() {
  int sum = 0;
  auto add = [&sum](int& n) { sum += n; };
  medusa::visited_list<int, decltype(add)> list(add);
  int seven = 7;
  return list.take(seven) && list.take(seven) && sum == 14;
}
TEST_CASE("visited_list: a function that gives nothing wants all") {
  CHECK(test_function_that_wants_all());
}
static_assert(test_function_that_wants_all());

using visited = medusa::visited_list<int, void (*)(int&)>;
static_assert(medusa::list_storage<visited> && medusa::detail::passing_list<visited>);

}  // namespace
