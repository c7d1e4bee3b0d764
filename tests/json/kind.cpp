// SPDX-License-Identifier: MIT
#include <medusa/json/kind.hpp>

#include <doctest/doctest.h>

namespace json = medusa::json;

constexpr bool test_names() {
  using json::kind;
  return to_string(kind::null) == "null" && to_string(kind::boolean) == "boolean" &&
         to_string(kind::number) == "number" && to_string(kind::string) == "string" &&
         to_string(kind::array) == "array" && to_string(kind::object) == "object" &&
         to_string(static_cast<kind>(99)) == "unknown";
}
TEST_CASE("json/kind: every kind has a name") { CHECK(test_names()); }
static_assert(test_names());
