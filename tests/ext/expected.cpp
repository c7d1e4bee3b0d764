// SPDX-License-Identifier: MIT
#include <medusa/ext/expected.hpp>

#include <medusa/core/result.hpp>

#include <doctest/doctest.h>

#include <utility>

#include <support/hidden.hpp>

// Compiled as C++23 and linked with tests in C++20: `result` is one type in both.
#ifdef __cpp_lib_expected

namespace {

using medusa::result;
using medusa::unexpected;
using medusa::ext::from_expected;
using medusa::ext::to_expected;

/// Can only be moved.
struct token {
  int number = 0;
  constexpr explicit token(int n) : number(n) {}
  constexpr token(token&& other) noexcept : number(std::exchange(other.number, -1)) {}
  constexpr token& operator=(token&&) noexcept = default;
};

constexpr bool test_expected_there_and_back() {
  result<int, char> const good{support::hidden(42)};
  result<int, char> const bad{unexpected('x')};
  auto const value = to_expected(good);
  auto const error = to_expected(bad);
  if (!from_expected(value) || from_expected(error)) return false;
  return value.has_value() && *value == 42 && !error && error.error() == 'x' &&
         *from_expected(value) == 42 && from_expected(error).error() == 'x';
}

constexpr bool test_expected_moves() {
  auto value = to_expected(result<token, token>(std::in_place, 7));
  auto error = to_expected(result<token, token>(unexpected(token(8))));
  if (value->number != 7 || error || error.error().number != 8) return false;
  auto const back = from_expected(std::move(value));
  auto const failed = from_expected(std::move(error));
  return back->number == 7 && value->number == -1 && !failed && failed.error().number == 8;
}

/// A `bool` must not become "there is a value".
constexpr bool test_expected_of_bool() {
  return !*to_expected(result<bool, int>(false)) &&
         !*from_expected(std::expected<bool, int>(false));
}

}  // namespace

TEST_CASE("expected: there and back") { CHECK(test_expected_there_and_back()); }
static_assert(test_expected_there_and_back());
TEST_CASE("expected: moves") { CHECK(test_expected_moves()); }
static_assert(test_expected_moves());
TEST_CASE("expected: of bool") { CHECK(test_expected_of_bool()); }
static_assert(test_expected_of_bool());

#endif
