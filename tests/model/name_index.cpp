// SPDX-License-Identifier: MIT
#include <medusa/model/name_index.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <doctest/doctest.h>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/user.hpp>

namespace {

using medusa::detail::name_index;
using medusa::json::text;

// Of one size with one first letter (one slot), of other sizes in the same slot, and of none.
constexpr std::array<std::string_view, 7> names{"created_at", "changed_at", "c", "ba",
                                                "",           "x",          "c2"};
constexpr name_index<names.size()> index{names};

constexpr bool test_found() {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (index.find(text{.chars = names[i]}) != i) return false;
  return true;
}
TEST_CASE("model/name_index: every name is found") { CHECK(test_found()); }
static_assert(test_found());

constexpr bool test_unknown() {
  for (std::string_view const name :
       {"created_aT", "create_dat", "creates_at", "b", "C", "ab", "c3", "y", "created_at2", "a"})
    if (index.find(text{.chars = name}) != index.size) return false;
  return true;
}
TEST_CASE("model/name_index: others are not, in the same slot or not") { CHECK(test_unknown()); }
static_assert(test_unknown());

constexpr bool test_escaped() {
  return index.find(text{.chars = R"(\u0063reated_at)", .escaped = true}) == 0 &&
         index.find(text{.chars = R"(\u0063)", .escaped = true}) == 2 &&
         index.find(text{.chars = R"(\u0064)", .escaped = true}) == index.size &&
         index.find(text{.chars = R"(c)", .escaped = false}) == 2;
}
TEST_CASE("model/name_index: what is meant by escapes is looked for") { CHECK(test_escaped()); }
static_assert(test_escaped());

// Every name of one letter, and the last of as many as there may be.
constexpr bool test_many() {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEF";
  std::array<std::string_view, 32> many{};
  for (std::size_t i = 0; i < many.size(); ++i) many[i] = letters.substr(i, 1);
  name_index<32> const all(many);
  for (std::size_t i = 0; i < many.size(); ++i)
    if (all.find(text{.chars = many[i]}) != i) return false;
  return all.find(text{.chars = "G"}) == all.size;
}
TEST_CASE("model/name_index: 32 names") { CHECK(test_many()); }
static_assert(test_many());

constexpr bool test_field_table() {
  using table = medusa::basic_user<medusa::borrowed<1>>::field_table;
  constexpr auto& users = medusa::detail::names_of<table>;
  return users.size == table::size && users.find(text{.chars = "id"}) == 0 &&
         users.find(text{.chars = "metadata"}) == table::size - 1;
}
TEST_CASE("model/name_index: of a field table, in its order") { CHECK(test_field_table()); }
static_assert(test_field_table());

static_assert(name_index<0>({}).find(text{.chars = "a"}) == 0);

}  // namespace
