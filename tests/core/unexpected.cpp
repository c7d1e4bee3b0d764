// SPDX-License-Identifier: MIT
#include <medusa/core/unexpected.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using medusa::unexpected;

namespace {

struct from_int {
  int number;
  constexpr explicit from_int(int n) : number(n) {}
};

struct move_only {
  int number = 0;
  constexpr explicit move_only(int n) : number(n) {}
  constexpr move_only(move_only&& other) noexcept : number(std::exchange(other.number, -1)) {}
};

template <class A, class B>
concept comparable = requires(A const& a, B const& b) { a == b; };

constexpr bool test_error() {
  unexpected error(5);
  error.error() = 6;
  unexpected const fixed = error;
  if (fixed.error() != 6) return false;
  return unexpected<from_int>(7).error().number == 7;
}

constexpr bool test_moves() {
  unexpected error(move_only(5));
  unexpected<move_only> taken(std::move(error).error());
  if (taken.error().number != 5 || error.error().number != -1) return false;
  unexpected<move_only> moved = std::move(taken);
  return moved.error().number == 5 && taken.error().number == -1;
}

constexpr bool test_comparison() {
  if (!(unexpected(1) == unexpected(1)) || unexpected(1) == unexpected(2)) return false;
  return unexpected(1) == unexpected(1L) && unexpected("a") == unexpected(std::string_view("a"));
}

}  // namespace

static_assert(std::same_as<decltype(unexpected(1)), unexpected<int>>);
static_assert(std::same_as<decltype(unexpected("text")), unexpected<char const*>>);
static_assert(std::same_as<decltype(unexpected(std::declval<int const&>())), unexpected<int>>);
static_assert(
    std::same_as<decltype(unexpected(std::declval<std::string>())), unexpected<std::string>>);
static_assert(std::same_as<decltype(unexpected(std::declval<unexpected<int>&>())), unexpected<int>>,
              "a copy, never an error of an error");
static_assert(!std::convertible_to<int, unexpected<int>>, "an error is marked by name");
static_assert(!std::default_initializable<unexpected<int>>, "an error has a reason");
static_assert(!std::constructible_from<unexpected<int>, std::string>);
static_assert(!std::copy_constructible<unexpected<move_only>>);
static_assert(std::same_as<decltype(std::declval<unexpected<int>&&>().error()), int&&>);
static_assert(std::same_as<decltype(std::declval<unexpected<int> const&&>().error()), int const&>);
static_assert(!comparable<unexpected<int>, int>);
static_assert(test_error());
static_assert(test_moves());
static_assert(test_comparison());

TEST_CASE("an unexpected holds its error") { CHECK(test_error()); }
TEST_CASE("an error that only moves") { CHECK(test_moves()); }
TEST_CASE("unexpected compares by its error") { CHECK(test_comparison()); }
