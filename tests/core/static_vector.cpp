// SPDX-License-Identifier: MIT
#include <medusa/core/static_vector.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string_view>
#include <type_traits>

using medusa::static_vector;

namespace {

struct item {
  int number = 7;
  std::string_view text = "new";
};

constexpr bool test_as_many_elements_as_fit() {
  static_vector<item, 2> v;
  if (!v.empty() || v.size() != 0 || v.begin() != v.end() || v.capacity() != 2) return false;
  item* const first = v.try_emplace_back();
  item* const second = v.try_emplace_back();
  if (first != v.data() || second != v.data() + 1 || v.size() != 2) return false;
  first->number = 1;
  second->number = 2;
  if (v.try_emplace_back() != nullptr || v.size() != 2) return false;
  return v.front().number == 1 && v.back().number == 2 && v[1].number == 2;
}

constexpr bool test_capacity_zero() {
  static_vector<item, 0> v;
  return v.try_emplace_back() == nullptr && v.empty() && v.capacity() == 0;
}

constexpr bool test_elements_are_fresh_after_clear() {
  static_vector<item, 2> v;
  *v.try_emplace_back() = {.number = 1, .text = "old"};
  v.clear();
  if (!v.empty() || v.begin() != v.end()) return false;
  item* const again = v.try_emplace_back();
  return again == v.data() && again->number == 7 && again->text == "new";
}

constexpr bool test_plain_elements_start_at_zero() {
  static_vector<int, 2> v;
  *v.try_emplace_back() = 5;
  v.clear();
  return *v.try_emplace_back() == 0;
}

constexpr bool test_iteration() {
  static_vector<int, 4> v;
  for (int n : {1, 2, 3}) *v.try_emplace_back() = n;
  int sum = 0;
  for (int& n : v) sum += n++;
  auto const& fixed = v;
  for (int const& n : fixed) sum += n;
  return sum == 6 + 9 && fixed.front() == 2 && fixed.back() == 4 && fixed[1] == 3 &&
         fixed.data() == fixed.begin() && fixed.end() - fixed.begin() == 3;
}

constexpr bool test_copies() {
  static_vector<item, 2> a;
  a.try_emplace_back()->number = 1;
  static_vector<item, 2> b = a;
  a.front().number = 9;
  if (b.size() != 1 || b.front().number != 1) return false;
  if (b.try_emplace_back() == nullptr || b.try_emplace_back() != nullptr) return false;
  b = a;
  return b.size() == 1 && b.front().number == 9;
}

/// Counts how many of it are alive and how many were ever moved or copied.
struct counted {
  static inline int alive = 0;
  static inline int moved = 0;
  counted() { ++alive; }
  counted(counted const&) { ++alive, ++moved; }
  counted& operator=(counted const&) { return ++moved, *this; }
  ~counted() { --alive; }
};

struct neither_moves_nor_copies {
  int number = 7;
  neither_moves_nor_copies() = default;
  neither_moves_nor_copies(neither_moves_nor_copies&&) = delete;
};

}  // namespace

static_assert(std::is_trivially_copyable_v<static_vector<int, 4>>);
static_assert(test_as_many_elements_as_fit());
static_assert(test_capacity_zero());
static_assert(test_elements_are_fresh_after_clear());
static_assert(test_plain_elements_start_at_zero());
static_assert(test_iteration());
static_assert(test_copies());

TEST_CASE("N elements fit and one more is refused") { CHECK(test_as_many_elements_as_fit()); }
TEST_CASE("a static_vector may have no room at all") { CHECK(test_capacity_zero()); }
TEST_CASE("an element added again is fresh") { CHECK(test_elements_are_fresh_after_clear()); }
TEST_CASE("a plain element starts at zero") { CHECK(test_plain_elements_start_at_zero()); }
TEST_CASE("iteration sees the elements that were added") { CHECK(test_iteration()); }
TEST_CASE("a copy owns its elements") { CHECK(test_copies()); }

TEST_CASE("every element is destroyed once, and none is made by way of a temporary") {
  counted::moved = 0;
  {
    static_vector<counted, 3> v;
    CHECK(counted::alive == 3);  // elements exist from the start
    CHECK(v.try_emplace_back() != nullptr);
    CHECK(v.try_emplace_back() != nullptr);
    v.clear();
    CHECK(v.try_emplace_back() != nullptr);
    CHECK(counted::alive == 3);
    CHECK(counted::moved == 0);
  }
  CHECK(counted::alive == 0);
}

TEST_CASE("elements need neither move nor copy") {
  static_vector<neither_moves_nor_copies, 2> v;
  neither_moves_nor_copies* const made = v.try_emplace_back();
  REQUIRE(made != nullptr);
  CHECK(made->number == 7);
}

namespace {

struct dated {
  std::string_view text{};
  char date[8]{};
};
using dated_list =
    static_vector<dated, 2>;  // named before it is complete, which is where it went wrong
struct holder {
  dated_list list{};
  int number = 0;
};

/// Not inlined, so that the compiler cannot know that the text it wrote is one that is copied over.
[[gnu::noinline]] std::size_t size_after_copy(holder& to, std::string_view& text,
                                              holder const& from) {
  text = "abc";
  to = from;
  return text.size();
}

}  // namespace

// g++ 12 with -O2 took the size from before the copy.
TEST_CASE("an element that is copied over is read anew") {
  holder from, to;
  from.list.try_emplace_back()->text = "four";
  to.list.try_emplace_back()->text = "";
  CHECK(size_after_copy(to, to.list[0].text, from) == 4);
}
