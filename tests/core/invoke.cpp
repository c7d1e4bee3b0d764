// SPDX-License-Identifier: MIT
#include <medusa/core/invoke.hpp>

#include <doctest/doctest.h>

#include <concepts>

using medusa::detail::invoke;
using medusa::detail::invoked;

namespace {

struct point {
  int x = 0;
  constexpr int doubled() const { return 2 * x; }
  constexpr int take() && { return x; }
};

constexpr int negate(int n) { return -n; }

struct rvalue_only {
  constexpr int operator()(int n) && { return n + 1; }
};

constexpr bool test_callables() {
  if (invoke([](int n) { return n + 1; }, 41) != 42) return false;
  if (invoke(negate, 5) != -5 || invoke(&negate, 5) != -5) return false;
  return invoke(rvalue_only{}, 1) == 2;
}

constexpr bool test_members() {
  point p{.x = 7};
  if (invoke(&point::x, p) != 7 || invoke(&point::x, point{.x = 8}) != 8) return false;
  if (invoke(&point::doubled, p) != 14 || invoke(&point::take, point{.x = 9}) != 9) return false;
  invoke(&point::x, p) = 11;  // a reference to the member
  return p.x == 11;
}

}  // namespace

static_assert(std::same_as<invoked<int point::*, point&>, int>);
static_assert(std::same_as<invoked<int const& (*)(int), int>, int>);
static_assert(std::same_as<decltype(invoke(&point::x, std::declval<point>())), int&&>);
static_assert(test_callables());
static_assert(test_members());

TEST_CASE("invoke calls functions and function objects") { CHECK(test_callables()); }
TEST_CASE("invoke reads members and calls member functions") { CHECK(test_members()); }
