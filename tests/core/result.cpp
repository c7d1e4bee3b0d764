// SPDX-License-Identifier: MIT
#include <medusa/core/result.hpp>

#include <doctest/doctest.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include <support/hidden.hpp>

using medusa::result;
using medusa::unexpected;

namespace {

/// Counts its constructions and destructions in somebody's ledger; what is moved from shows it.
struct ledger {
  int made = 0;
  int copied = 0;
  int destroyed = 0;
  constexpr int alive() const { return made - destroyed; }
};

template <int Tag>
class tracked {
 public:
  constexpr tracked(ledger& book, int number) : book_(&book), number_(number) { ++book_->made; }
  constexpr tracked(tracked const& other) noexcept : book_(other.book_), number_(other.number_) {
    ++book_->made, ++book_->copied;
  }
  constexpr tracked(tracked&& other) noexcept
      : book_(other.book_), number_(std::exchange(other.number_, -1)) {
    ++book_->made;
  }
  tracked& operator=(tracked const&) = delete;  // a result needs none
  constexpr ~tracked() { ++book_->destroyed; }

  constexpr int number() const { return number_; }
  friend constexpr bool operator==(tracked const& a, tracked const& b) {
    return a.number_ == b.number_;
  }

 private:
  ledger* book_;
  int number_;
};
using counted_value = tracked<1>;
using counted_error = tracked<2>;
using tracked_result = result<counted_value, counted_error>;

struct move_only {
  int number = 0;
  constexpr explicit move_only(int n) : number(n) {}
  constexpr move_only(move_only&& other) noexcept : number(std::exchange(other.number, -1)) {}
};
struct immovable {
  int number = 0;
  constexpr explicit immovable(int n) noexcept : number(n) {}
  immovable(immovable&&) = delete;
};
struct may_throw_when_moved {
  may_throw_when_moved() = default;
  may_throw_when_moved(may_throw_when_moved&&) noexcept(false) {}
};
struct no_default {
  constexpr explicit no_default(int) {}
};
struct overloads_address_of {
  int number = 0;
  constexpr overloads_address_of* operator&() const { return nullptr; }
};
struct point {
  int x = 0;
  int y = 0;
  constexpr int sum() const { return x + y; }
  friend constexpr bool operator==(point const&, point const&) = default;
};
struct incomparable {};

template <class A, class B>
concept comparable = requires(A const& a, B const& b) { a == b; };

// What there is for which types.
static_assert(std::default_initializable<result<int, no_default>>);
static_assert(!std::default_initializable<result<no_default, int>>);
static_assert(std::copyable<result<int, std::string>>);
static_assert(std::movable<result<move_only, int>> && std::movable<result<int, move_only>>);
static_assert(!std::is_copy_constructible_v<result<move_only, int>>);
static_assert(!std::is_copy_constructible_v<result<int, move_only>>);
static_assert(!std::is_copy_assignable_v<result<move_only, int>>);
static_assert(!std::is_move_constructible_v<result<immovable, int>>);
static_assert(std::is_nothrow_move_constructible_v<result<std::string, int>>);
static_assert(!std::is_nothrow_move_constructible_v<result<may_throw_when_moved, int>>);
static_assert(!std::is_move_assignable_v<result<may_throw_when_moved, int>>,
              "it could be left with neither a value nor an error");
static_assert(!std::is_move_assignable_v<result<int, may_throw_when_moved>>);
static_assert(std::is_nothrow_move_assignable_v<result<std::string, int>>);
static_assert(comparable<result<int, int>, result<int, int>>);
static_assert(!comparable<result<incomparable, int>, result<incomparable, int>>);
static_assert(std::same_as<result<int, char>::value_type, int>);
static_assert(std::same_as<result<int, char>::error_type, char>);
static_assert(std::same_as<result<int, char>::unexpected_type, unexpected<char>>);
static_assert(std::same_as<decltype(*std::declval<result<int, char>>()), int&&>);
static_assert(std::same_as<decltype(std::declval<result<int, char>>().error()), char&&>);
static_assert(std::same_as<decltype(*std::declval<result<int, char> const&>()), int const&>);

constexpr bool test_value_and_error() {
  result<int, char> r;
  if (!r || !r.has_value() || *r != 0) return false;
  r = 5;
  if (*r != 5) return false;
  *r = 6;
  result<int, char> const fixed = r;
  if (*fixed != 6) return false;
  r = unexpected('x');
  if (r || r.has_value() || r.error() != 'x') return false;
  r.error() = 'y';
  result<point, char> p = point{.x = 1, .y = 2};
  p->y = 3;
  return r.error() == 'y' && p->sum() == 4 && std::as_const(p)->x == 1;
}

constexpr bool test_in_place() {
  result<immovable, int> r(std::in_place, 5);
  if (!r || r->number != 5) return false;
  if (r.emplace(6).number != 6 || r->number != 6) return false;
  result<std::array<int, 2>, int> const none(std::in_place);
  return none && (*none)[1] == 0;
}

constexpr bool test_emplace_replaces_an_error() {
  ledger book;
  {
    result<immovable, counted_error> r = unexpected(counted_error(book, 1));
    if (r || book.alive() != 1) return false;
    r.emplace(7);
    if (!r || r->number != 7 || book.alive() != 0) return false;
  }
  return book.alive() == 0;
}

constexpr bool test_emplace_error_replaces_a_value() {
  ledger book;
  {
    result<counted_value, immovable> r = counted_value(book, 1);
    if (!r || book.alive() != 1) return false;
    if (r.emplace_error(7).number != 7 || r || r.error().number != 7 || book.alive() != 0)
      return false;
  }
  return book.alive() == 0;
}

constexpr bool test_copies_and_moves() {
  ledger book;
  {
    tracked_result const v = counted_value(book, 1);
    tracked_result const e = unexpected(counted_error(book, 2));
    if (book.copied != 0 || book.alive() != 2) return false;
    tracked_result v2 = v;
    tracked_result e2 = e;
    if (book.copied != 2 || book.alive() != 4 || !(v2 == v) || !(e2 == e)) return false;
    tracked_result const v3 = std::move(v2);
    tracked_result const e3 = std::move(e2);
    if (book.copied != 2 || v3->number() != 1 || e3.error().number() != 2) return false;
    // What was moved from still holds what it held.
    if (!v2 || e2 || v2->number() != -1 || e2.error().number() != -1) return false;
  }
  return book.alive() == 0;
}

/// Assigns each alternative to each, by copy and by move.
constexpr bool test_assignment_between_alternatives() {
  for (bool const from_value : {false, true})
    for (bool const to_value : {false, true})
      for (bool const by_move : {false, true}) {
        ledger book;
        {
          auto const make = [&book](bool is_value, int number) -> tracked_result {
            if (is_value) return counted_value(book, number);
            return unexpected(counted_error(book, number));
          };
          tracked_result to = make(to_value, 1);
          tracked_result from = make(from_value, 2);
          int const copied = book.copied;
          if (by_move) to = std::move(from);
          else to = from;
          if (book.copied != copied + (by_move ? 0 : 1) || book.alive() != 2) return false;
          if (to.has_value() != from_value || from.has_value() != from_value) return false;
          if ((from_value ? to->number() : to.error().number()) != 2) return false;
        }
        if (book.alive() != 0) return false;
      }
  return true;
}

constexpr bool test_self_assignment() {
  ledger book;
  {
    tracked_result v = counted_value(book, 1);
    tracked_result e = unexpected(counted_error(book, 2));
    tracked_result& same_v = v;
    tracked_result& same_e = e;
    v = same_v;
    e = same_e;
    if (v->number() != 1 || e.error().number() != 2) return false;
    v = std::move(same_v);
    e = std::move(same_e);
    if (v->number() != 1 || e.error().number() != 2 || book.alive() != 2) return false;
    v = *v;  // its own value
    e = unexpected(e.error());
    if (v->number() != 1 || e.error().number() != 2 || book.alive() != 2) return false;
  }
  return book.alive() == 0;
}

constexpr bool test_swap() {
  ledger book;
  tracked_result a = counted_value(book, 1);
  tracked_result b = unexpected(counted_error(book, 2));
  std::swap(a, b);
  return !a && a.error().number() == 2 && b && b->number() == 1 && book.copied == 0 &&
         book.alive() == 2;
}

constexpr bool test_move_only() {
  result<move_only, int> r = move_only(1);
  result<move_only, int> taken = std::move(r);
  if (taken->number != 1 || r->number != -1) return false;
  taken = move_only(2);
  move_only const out = *std::move(taken);
  result<int, move_only> failed = unexpected(move_only(3));
  move_only const reason = std::move(failed).error();
  return out.number == 2 && taken->number == -1 && reason.number == 3;
}

constexpr bool test_overloaded_address() {
  result<overloads_address_of, int> r = overloads_address_of{.number = 1};
  result<overloads_address_of, int> copy = r;
  copy = unexpected(1);
  copy = r;
  return copy->number == 1 && std::as_const(copy)->number == 1;
}

constexpr bool test_value_or() {
  result<int, char> const v = support::hidden(5);
  result<int, char> const e = unexpected(support::hidden('x'));
  if (v.value_or(7) != 5 || e.value_or(7) != 7) return false;
  if (v == unexpected('x') || e == unexpected(support::hidden('y'))) return false;
  if (v.error_or('z') != 'z' || e.error_or('z') != 'x') return false;
  result<move_only, move_only> mv = move_only(1);
  result<move_only, move_only> me = unexpected(move_only(2));
  if (std::move(me).value_or(9).number != 9 || std::move(mv).value_or(9).number != 1) return false;
  mv = move_only(3);
  return std::move(mv).error_or(8).number == 8 && std::move(me).error_or(8).number == 2;
}

constexpr bool test_comparison() {
  using r = result<int, int>;
  if (!(r(1) == r(1)) || r(1) == r(2) || r(1) == r(unexpected(1))) return false;
  if (!(r(unexpected(1)) == r(unexpected(1))) || r(unexpected(1)) == r(unexpected(2))) return false;
  if (!(r(1) == 1) || !(1 == r(1)) || r(unexpected(1)) == 1) return false;
  if (!(r(unexpected(1)) == unexpected(1)) || !(unexpected(1) == r(unexpected(1)))) return false;
  return r(1) != unexpected(1) && r(unexpected(1)) == unexpected(1L);
}

constexpr result<int, char> half(int n) {
  if (n % 2 != 0) return unexpected('o');
  return n / 2;
}

constexpr bool test_and_then() {
  result<int, char> const eight = 8;
  if (eight.and_then(half) != 4 || eight.and_then(half).and_then(half).and_then(half) != 1) {
    return false;
  }
  if (half(6).and_then(half) != unexpected('o')) return false;
  bool called = false;
  result<int, char> const failed = unexpected('x');
  result<std::string_view, char> const passed = failed.and_then([&called](int) {
    called = true;
    return result<std::string_view, char>("text");
  });
  if (called || passed != unexpected('x')) return false;
  // An rvalue gives its value away.
  result<move_only, char> r = move_only(3);
  auto const moved =
      std::move(r).and_then([](move_only&& m) -> result<move_only, char> { return std::move(m); });
  return moved->number == 3 && r->number == -1;
}

constexpr bool test_or_else() {
  using text = result<int, std::string_view>;
  auto const by_length = [](std::string_view reason) -> result<int, char> {
    if (reason.empty()) return unexpected('e');
    return static_cast<int>(reason.size());
  };
  text const value = 5;
  text const failed = unexpected("abc");
  if (value.or_else(by_length) != 5 || failed.or_else(by_length) != 3) return false;
  if (text(unexpected("")).or_else(by_length) != unexpected('e')) return false;
  result<move_only, int> r = move_only(4);
  auto const kept =
      std::move(r).or_else([](int) -> result<move_only, char> { return unexpected('x'); });
  return kept->number == 4 && r->number == -1;
}

constexpr bool test_transform() {
  result<point, char> const p = point{.x = 1, .y = 2};
  result<point, char> const failed = unexpected('x');
  auto const sum = p.transform([](point const& each) { return each.x + each.y; });
  static_assert(std::same_as<decltype(sum), result<int, char> const>);
  if (sum != 3 || p.transform(&point::y) != 2 || p.transform(&point::sum) != 3) return false;
  if (failed.transform(&point::y) != unexpected('x')) return false;
  if (result<point, char>(p).transform(&point::x) != 1) return false;
  // The type becomes that of a value, also when a reference is given.
  auto const same = p.transform([](point const& each) -> point const& { return each; });
  static_assert(std::same_as<decltype(same), result<point, char> const>);
  // A result is a value like others; it is not unpacked.
  auto const nested = p.transform([](point const& each) { return half(each.x); });
  static_assert(std::same_as<decltype(nested), result<result<int, char>, char> const>);
  if (!nested || *nested != unexpected('o')) return false;
  result<move_only, char> r = move_only(3);
  auto const moved = std::move(r).transform([](move_only&& m) { return std::move(m); });
  return moved->number == 3 && r->number == -1 && same == p;
}

constexpr bool test_transform_error() {
  result<int, point> const value = 5;
  result<int, point> const failed = unexpected(point{.x = 1, .y = 2});
  auto const sum = failed.transform_error(&point::sum);
  static_assert(std::same_as<decltype(sum), result<int, int> const>);
  if (sum != unexpected(3) || value.transform_error(&point::x) != 5) return false;
  result<move_only, move_only> r = unexpected(move_only(3));
  auto const moved = std::move(r).transform_error([](move_only&& m) { return m.number; });
  result<move_only, move_only> v = move_only(4);
  auto const kept = std::move(v).transform_error([](move_only&&) { return 0; });
  return moved.error() == 3 && kept->number == 4 && v->number == -1;
}

constexpr bool test_monadic_calls_leave_nothing_behind() {
  ledger book;
  {
    tracked_result const v = counted_value(book, 1);
    tracked_result const e = unexpected(counted_error(book, 2));
    for (tracked_result const* each : {&v, &e}) {
      int const number = each == &v ? 1 : 2;  // of the value, or of the error
      if (each->transform(&counted_value::number).value_or(2) != number) return false;
      if (each->transform_error(&counted_error::number).error_or(1) != number) return false;
      auto const same = each->and_then([](counted_value const& x) -> tracked_result { return x; });
      auto const again =
          each->or_else([](counted_error const& x) -> tracked_result { return unexpected(x); });
      if (!(same == *each) || !(again == *each)) return false;
      if (each->value_or(counted_value(book, 2)).number() != number) return false;
      if (each->error_or(counted_error(book, 1)).number() != number) return false;
      // Rvalues copy nothing.
      tracked_result mine = *each;
      int const copied = book.copied;
      auto const last =
          std::move(mine)
              .and_then([](counted_value&& x) -> tracked_result { return std::move(x); })
              .or_else([](counted_error&& x) -> tracked_result { return unexpected(std::move(x)); })
              .transform([](counted_value&& x) { return std::move(x); })
              .transform_error([](counted_error&& x) { return std::move(x); });
      if (!(last == *each) || book.copied != copied) return false;
    }
    if (book.alive() != 2) return false;
  }
  return book.alive() == 0;
}

constexpr bool test_assignment_from_itself() {
  medusa::result<int, int> value(7);
  auto& same = value;
  value = same;
  value = std::move(same);
  medusa::result<int, int> error{medusa::unexpected(8)};
  value = error;
  return !value && value.error() == 8 && error.error() == 8;
}
TEST_CASE("result: assigned from itself, and from another that stays") {
  CHECK(test_assignment_from_itself());
}
static_assert(test_assignment_from_itself());

}  // namespace

static_assert(test_value_and_error());
static_assert(test_in_place());
static_assert(test_emplace_replaces_an_error());
static_assert(test_emplace_error_replaces_a_value());
static_assert(test_copies_and_moves());
static_assert(test_assignment_between_alternatives());
static_assert(test_self_assignment());
static_assert(test_swap());
static_assert(test_move_only());
static_assert(test_overloaded_address());
static_assert(test_value_or());
static_assert(test_comparison());
static_assert(test_and_then());
static_assert(test_or_else());
static_assert(test_transform());
static_assert(test_transform_error());
static_assert(test_monadic_calls_leave_nothing_behind());

TEST_CASE("a result holds a value or an error") { CHECK(test_value_and_error()); }
TEST_CASE("a value is made in place") { CHECK(test_in_place()); }
TEST_CASE("emplace replaces an error") { CHECK(test_emplace_replaces_an_error()); }
TEST_CASE("emplace_error replaces a value") { CHECK(test_emplace_error_replaces_a_value()); }
TEST_CASE("copies and moves of each alternative") { CHECK(test_copies_and_moves()); }
TEST_CASE("each alternative is assigned to each") { CHECK(test_assignment_between_alternatives()); }
TEST_CASE("a result is assigned to itself, or a part of it") { CHECK(test_self_assignment()); }
TEST_CASE("std::swap exchanges results") { CHECK(test_swap()); }
TEST_CASE("values and errors that only move") { CHECK(test_move_only()); }
TEST_CASE("types that overload operator&") { CHECK(test_overloaded_address()); }
TEST_CASE("value_or and error_or") { CHECK(test_value_or()); }
TEST_CASE("results compare with results, values and errors") { CHECK(test_comparison()); }
TEST_CASE("and_then continues with the value") { CHECK(test_and_then()); }
TEST_CASE("or_else continues with the error") { CHECK(test_or_else()); }
TEST_CASE("transform replaces the value") { CHECK(test_transform()); }
TEST_CASE("transform_error replaces the error") { CHECK(test_transform_error()); }
TEST_CASE("monadic calls leave nothing behind") {
  CHECK(test_monadic_calls_leave_nothing_behind());
}

TEST_CASE("values and errors on the heap") {
  std::string const long_text(100, 'v');
  std::string const long_reason(100, 'e');
  result<std::string, std::string> r = long_text;
  result<std::string, std::string> const failed = unexpected(long_reason);
  CHECK(r == long_text);
  r = failed;
  CHECK(r == unexpected(long_reason));
  r = long_text + "!";
  CHECK(r->size() == 101);
  std::string const taken = *std::move(r);
  CHECK(taken == long_text + "!");
  CHECK(r.transform(&std::string::size).has_value());

  result<std::unique_ptr<int>, int> owner = std::make_unique<int>(5);
  owner = std::make_unique<int>(6);
  std::unique_ptr<int> const out = *std::move(owner);
  CHECK(*out == 6);
}

TEST_CASE("results live in other containers") {
  std::variant<int, result<move_only, int>> holder = 5;
  holder = result<move_only, int>(move_only(7));
  CHECK(std::get<1>(holder)->number == 7);
}
