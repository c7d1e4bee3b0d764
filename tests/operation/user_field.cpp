// SPDX-License-Identifier: MIT
#include <medusa/operation/user_field.hpp>

#include <doctest/doctest.h>

#include <array>

namespace {

using medusa::from_string;
using medusa::to_string;
using medusa::admin::direction;
using medusa::admin::order_by;
using medusa::admin::user_field;
using medusa::admin::user_fields;

constexpr std::array all{user_field::id,         user_field::created_at, user_field::updated_at,
                         user_field::deleted_at, user_field::role,       user_field::email,
                         user_field::first_name, user_field::last_name,  user_field::api_token,
                         user_field::metadata};
constexpr std::array<std::string_view, 10> names{
    "id",    "created_at", "updated_at", "deleted_at", "role",
    "email", "first_name", "last_name",  "api_token",  "metadata"};

constexpr bool test_names() {
  for (std::size_t i = 0; i < all.size(); ++i)
    if (to_string(all[i]) != names[i] || from_string<user_field>(names[i]) != all[i]) return false;
  return to_string(static_cast<user_field>(10)).empty() &&
         !from_string<user_field>("password_hash");
}
TEST_CASE("names of user fields") { CHECK(test_names()); }
static_assert(test_names());

constexpr bool test_selections() {
  constexpr user_fields none;
  if (!none.empty() || none.excludes()) return false;
  auto const two = user_fields::only({user_field::email, user_field::id});
  if (two.empty() || two.excludes() || two.fields().size() != 2) return false;
  if (two.fields()[0] != user_field::email || two.fields()[1] != user_field::id) return false;
  auto const rest = user_fields::without({user_field::api_token});
  return !rest.empty() && rest.excludes() && rest.fields().size() == 1 &&
         user_fields::only({}).empty();
}
TEST_CASE("fields to have and fields to leave out") { CHECK(test_selections()); }
static_assert(test_selections());

constexpr bool test_a_field_counts_once() {
  using enum user_field;
  auto const some = user_fields::only({email, id, email, email, id});
  if (some.fields().size() != 2 || some.fields()[1] != id) return false;
  auto const twice = user_fields::only({id, created_at, updated_at, deleted_at, role, email,
                                        first_name, last_name, api_token, metadata, id, metadata});
  return twice.fields().size() == 10 && twice.fields()[9] == metadata;
}
TEST_CASE("a field that is named twice counts once") { CHECK(test_a_field_counts_once()); }
static_assert(test_a_field_counts_once());

constexpr bool test_order() {
  constexpr order_by up{.field = user_field::email};
  constexpr order_by down{user_field::created_at, direction::descending};
  return up.direction == direction::ascending && down.direction == direction::descending &&
         down.field == user_field::created_at;
}
TEST_CASE("an order is ascending unless it says otherwise") { CHECK(test_order()); }
static_assert(test_order());

}  // namespace
