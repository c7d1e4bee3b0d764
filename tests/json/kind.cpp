// SPDX-License-Identifier: MIT
#include <medusa/json/kind.hpp>

#include <doctest/doctest.h>

#include <support/hidden.hpp>

namespace json = medusa::json;

constexpr bool test_names() {
  using json::kind;
  return to_string(support::hidden(kind::null)) == "null" &&
         to_string(support::hidden(kind::boolean)) == "boolean" &&
         to_string(support::hidden(kind::number)) == "number" &&
         to_string(support::hidden(kind::string)) == "string" &&
         to_string(support::hidden(kind::array)) == "array" &&
         to_string(support::hidden(kind::object)) == "object" &&
         to_string(static_cast<kind>(99)) == "unknown";
}
TEST_CASE("json/kind: every kind has a name") { CHECK(test_names()); }
static_assert(test_names());
