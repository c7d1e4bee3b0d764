// SPDX-License-Identifier: MIT
#include <medusa/core/result_conversion.hpp>

#include <doctest/doctest.h>

#include <medusa/core/result.hpp>

#include <optional>
#include <string>
#include <string_view>

using medusa::result;
using medusa::unexpected;

namespace {

enum class code { bad = 1, worse };

struct from_code {
  code value;
  constexpr from_code(code c) : value(c) {}
};
struct explicitly_from_code {
  code value;
  constexpr explicit explicitly_from_code(code c) : value(c) {}
};
/// Takes anything, as std::any does.
struct greedy {
  bool from_result = false;
  greedy() = default;
  template <class X>
    requires(!std::same_as<std::remove_cvref_t<X>, greedy>)
  constexpr greedy(X const&) : from_result(medusa::detail::is_result<X>) {}
};
struct aggregate {
  int a = 0;
  int b = 0;
};
struct move_only {
  int number = 0;
  constexpr explicit move_only(int n) : number(n) {}
  move_only(move_only&&) = default;
};

template <class From, class To>
concept only_explicit = std::constructible_from<To, From> && !std::convertible_to<From, To>;

using text_or_int = result<std::string_view, int>;
using bool_or_int = result<bool, int>;

// Values.
static_assert(std::convertible_to<char const (&)[4], text_or_int>);
static_assert(std::convertible_to<std::string const&, text_or_int>);
static_assert(!std::constructible_from<text_or_int, int>, "an error is marked by name");
static_assert(only_explicit<std::string_view, result<std::string, int>>, "as for std::string");
static_assert(only_explicit<code, result<explicitly_from_code, int>>);
static_assert(std::convertible_to<int, result<long, int>>);
static_assert(!std::constructible_from<result<std::string*, int>, int>);

// Errors.
static_assert(std::convertible_to<unexpected<int>, text_or_int>);
static_assert(std::convertible_to<unexpected<char>, text_or_int>);
static_assert(std::convertible_to<unexpected<code>, result<int, from_code>>);
static_assert(std::convertible_to<unexpected<code> const&, result<int, from_code>>);
static_assert(only_explicit<unexpected<code>, result<int, explicitly_from_code>>);
static_assert(only_explicit<unexpected<code> const&, result<int, explicitly_from_code>>);
static_assert(!std::constructible_from<text_or_int, unexpected<std::string>>);
static_assert(!std::constructible_from<result<int, code>, unexpected<int>>);
static_assert(std::convertible_to<unexpected<move_only>, result<int, move_only>>);
static_assert(!std::constructible_from<result<int, move_only>, unexpected<move_only> const&>);

// A bool takes no result for "it has a value", and no error for "true".
static_assert(!std::constructible_from<bool_or_int, result<std::string, int>>);
static_assert(!std::constructible_from<bool_or_int, result<int, std::string>>);
static_assert(!std::constructible_from<bool_or_int, unexpected<std::string>>);
static_assert(!std::convertible_to<bool_or_int, bool> && !std::convertible_to<text_or_int, int>);

// Results of other types.
static_assert(std::convertible_to<result<int, char>, result<long, int>>);
static_assert(std::convertible_to<result<int, char> const&, result<long, int>>);
static_assert(std::convertible_to<result<int, code>, result<int, from_code>>);
static_assert(only_explicit<result<code, int>, result<explicitly_from_code, int>>);
static_assert(only_explicit<result<int, code>, result<int, explicitly_from_code>>);
static_assert(!std::constructible_from<result<int, int>, result<std::string, int>>);
static_assert(!std::constructible_from<result<int, int>, result<int, std::string>>);
static_assert(
    std::constructible_from<result<std::optional<move_only>, int>, result<move_only, int>>);
static_assert(
    !std::constructible_from<result<std::optional<move_only>, int>, result<move_only, int> const&>);

constexpr bool test_values_convert() {
  text_or_int const literal = "abc";
  text_or_int const empty = "";
  if (!literal || *literal != "abc" || !empty || !empty->empty()) return false;
  result<aggregate, int> const braces = {{.a = 1, .b = 2}};
  if (!braces || braces->b != 2) return false;
  result<std::optional<int>, int> const null = std::nullopt;
  return null && !*null;
}

constexpr bool test_same_type_for_both() {
  result<int, int> const value = 1;
  result<int, int> const error = unexpected(1);
  return value && !error && *value == 1 && error.error() == 1 && !(value == error);
}

constexpr bool test_errors_convert() {
  result<int, from_code> const implicit = unexpected(code::worse);
  result<int, explicitly_from_code> const named{unexpected(code::worse)};
  unexpected const kept(code::bad);
  result<int, from_code> const copied = kept;
  return !implicit && implicit.error().value == code::worse && named.error().value == code::worse &&
         copied.error().value == code::bad;
}

constexpr bool test_bools() {
  bool_or_int const yes = true;
  bool_or_int const no = false;
  bool_or_int const error = unexpected(7);
  if (!yes || !no || error || !*yes || *no) return false;  // `no` is a value
  // The value converts, not whether there is one.
  bool_or_int const zero = result<int, int>(0);
  bool_or_int const failed = result<int, int>(unexpected(3));
  return zero && !*zero && !failed && failed.error() == 3;
}

constexpr bool test_other_results_convert() {
  result<int, char> narrow = 5;
  result<long, int> wide = narrow;
  if (!wide || *wide != 5) return false;
  narrow = unexpected('x');
  wide = narrow;
  if (wide || wide.error() != 'x') return false;
  result<std::optional<move_only>, int> const moved = result<move_only, int>(move_only(3));
  return moved && *moved && (*moved)->number == 3;
}

constexpr bool test_result_of_a_result() {
  using inner = result<int, code>;
  using outer = result<inner, code>;
  outer const value = inner(5);
  outer const inner_error = inner(unexpected(code::bad));
  outer const error = unexpected(code::worse);
  if (!value || !*value || **value != 5) return false;
  if (!inner_error || *inner_error || inner_error->error() != code::bad) return false;
  if (error || error.error() != code::worse) return false;
  outer const copy = inner_error;
  outer moved = outer(inner(6));
  moved = copy;
  return moved && !*moved && moved->error() == code::bad && copy == inner_error;
}

constexpr bool test_a_greedy_value() {
  result<greedy, int> const from_int = 5;
  result<greedy, int> const from_other = result<long, int>(unexpected(5));
  result<greedy, int> const copy = from_other;
  result<greedy, int> const error = unexpected(5);
  // As with std::expected, what the value type takes is a value, an error of another type too.
  return from_int && !from_int->from_result && from_other && from_other->from_result && copy &&
         copy->from_result && !error;
}

}  // namespace

static_assert(test_values_convert());
static_assert(test_same_type_for_both());
static_assert(test_errors_convert());
static_assert(test_bools());
static_assert(test_other_results_convert());
static_assert(test_result_of_a_result());
static_assert(test_a_greedy_value());

TEST_CASE("what converts to the value is a value") { CHECK(test_values_convert()); }
TEST_CASE("value and error may have one type") { CHECK(test_same_type_for_both()); }
TEST_CASE("what converts to the error is an error") { CHECK(test_errors_convert()); }
TEST_CASE("a result of bool is not confused by tests for success") { CHECK(test_bools()); }
TEST_CASE("results of other types convert value by value") { CHECK(test_other_results_convert()); }
TEST_CASE("a result can hold a result") { CHECK(test_result_of_a_result()); }
TEST_CASE("a value that takes anything") { CHECK(test_a_greedy_value()); }
