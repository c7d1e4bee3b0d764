// SPDX-License-Identifier: MIT
#include <medusa/model/no_content.hpp>

#include <doctest/doctest.h>

#include <type_traits>

namespace {

constexpr bool test_no_content() {
  return std::is_empty_v<medusa::no_content> && medusa::no_content{} == medusa::no_content{};
}
TEST_CASE("no content holds nothing and is equal to itself") { CHECK(test_no_content()); }
static_assert(test_no_content());

}  // namespace
