// SPDX-License-Identifier: MIT
#include <medusa/operation/one_or_many.hpp>

#include <medusa/core/static_vector.hpp>
#include <medusa/model/role.hpp>

#include <doctest/doctest.h>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <support/hidden.hpp>

using medusa::one_or_many;
using medusa::admin::role;

namespace {

using texts = one_or_many<std::string_view>;
using roles = one_or_many<role>;

constexpr bool test_absent() {
  texts const nothing = support::hidden(texts());
  return nothing.is_absent() && !nothing.one() && !nothing.many();
}
TEST_CASE("one_or_many: absent") { CHECK(test_absent()); }
static_assert(test_absent());

constexpr bool test_one() {
  texts const text = support::hidden("usr_1");
  texts const empty = support::hidden("");
  texts const view = support::hidden(std::string_view("usr_2"));
  roles const member = support::hidden(role::member);
  return !text.is_absent() && text.one() == "usr_1" && !text.many() && !empty.is_absent() &&
         empty.one() == "" && view.one() == "usr_2" && member.one() == role::member &&
         !member.many();
}
TEST_CASE("one_or_many: one") { CHECK(test_one()); }
static_assert(test_one());

TEST_CASE("one_or_many: one, from a std::string") {
  std::string const id = "usr_1";
  texts const text = id;
  CHECK(text.one() == "usr_1");
  CHECK(text.one()->data() == id.data());
}

constexpr bool test_null_is_a_list_of_nothing() {
  char const* const null = nullptr;
  texts const text = support::hidden(null);
  texts const other = support::hidden("a");
  return !text.is_absent() && !text.one() && text.many() && text.many()->empty() &&
         other.one() == "a";
}
TEST_CASE("one_or_many: a null pointer is a list of nothing") {
  CHECK(test_null_is_a_list_of_nothing());
}
static_assert(test_null_is_a_list_of_nothing());

template <class List>
constexpr bool holds(List const& list) {
  texts const many = list;
  return !many.is_absent() && !many.one() && many.many() && many.many()->size() == 2 &&
         (*many.many())[1] == "b" &&
         many.many()->data() == std::span<std::string_view const>(list).data();
}

constexpr bool test_many() {
  std::array<std::string_view, 2> const array{"a", "b"};
  std::string_view const plain[]{"a", "b"};
  std::span<std::string_view const> const span(array);
  std::span<std::string_view const, 2> const sized(array);
  medusa::static_vector<std::string_view, 3> vector;
  if (auto* const item = vector.try_emplace_back()) *item = "a";
  if (auto* const item = vector.try_emplace_back()) *item = "b";
  std::array<role, 1> const one_role{role::admin};
  roles const listed = one_role;
  std::array<std::string_view, 0> const none{};
  texts const empty = none;
  texts const from_rvalue = std::span<std::string_view const>(array);
  return holds(array) && holds(plain) && holds(span) && holds(sized) && holds(vector) &&
         listed.many()->size() == 1 && !empty.is_absent() && empty.many() &&
         empty.many()->empty() && from_rvalue.many()->size() == 2;
}
TEST_CASE("one_or_many: many") {
  CHECK(test_many());
  CHECK(holds(std::vector<std::string_view>{"a", "b"}));
}
static_assert(test_many());

constexpr bool test_values() {
  std::array<std::string_view, 2> const array{"a", "b"};
  texts const nothing;
  texts const text = support::hidden("usr_1");
  texts const empty = std::span<std::string_view const>();
  texts const many = array;
  return nothing.values().empty() && text.values().size() == 1 && text.values()[0] == "usr_1" &&
         text.values().data() == &*text.one() && empty.values().empty() &&
         many.values().data() == array.data() && many.values().size() == 2;
}
TEST_CASE("one_or_many: the values, one or all of a list") { CHECK(test_values()); }
static_assert(test_values());

/// A container that is gone when the operation is encoded does not compile.
static_assert(std::is_convertible_v<std::array<std::string_view, 2>&, texts>);
static_assert(std::is_convertible_v<std::array<std::string_view, 2> const&, texts>);
static_assert(!std::is_convertible_v<std::array<std::string_view, 2>, texts>);
static_assert(!std::is_convertible_v<std::array<std::string_view, 2> const, texts>);
static_assert(!std::is_convertible_v<std::vector<std::string_view>, texts>);
static_assert(!std::is_convertible_v<medusa::static_vector<std::string_view, 2>, texts>);
static_assert(std::is_convertible_v<std::span<std::string_view const>, texts>);
static_assert(std::is_convertible_v<std::span<std::string_view>, texts>);

/// Only texts, and lists of them.
static_assert(!std::is_convertible_v<int, texts> &&
              !std::is_convertible_v<std::array<int, 1>&, texts>);
static_assert(!std::is_convertible_v<std::array<char const*, 1>&, texts>);
static_assert(!std::is_convertible_v<int, roles> && !std::is_convertible_v<char const*, roles>);

}  // namespace
