// SPDX-License-Identifier: MIT
#include <medusa/json/most_objects.hpp>

#include <string_view>

#include <doctest/doctest.h>

namespace {

using medusa::json::detail::most_objects;

constexpr bool test_most_objects() {
  constexpr std::string_view two = R"({"users":[{"id":"1","email":"a"},{"id":"2","email":"{"}]})";
  return most_objects(two, two.find('[')) == 3 &&  // one is in a text, which is not looked into
         most_objects("[]", 0) == 0 && most_objects("", 0) == 0 && most_objects("{", 1) == 0 &&
         most_objects("{", 7) == 0;
}
TEST_CASE("json/most_objects: no list has more objects than there are braces") {
  CHECK(test_most_objects());
}
static_assert(test_most_objects());

constexpr bool test_nothing_but_braces() {
  constexpr std::string_view braces = "{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{";
  return braces.size() == 32 && most_objects(braces, 0) == 3;
}
TEST_CASE("json/most_objects: braces alone are no objects") { CHECK(test_nothing_but_braces()); }
static_assert(test_nothing_but_braces());

}  // namespace
