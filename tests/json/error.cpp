// SPDX-License-Identifier: MIT
#include <medusa/json/error.hpp>

#include <doctest/doctest.h>

namespace json = medusa::json;
using medusa::errc;

constexpr bool test_compares() {
  json::error const a{errc::too_deep, 3};
  return a == json::error{errc::too_deep, 3} && a != json::error{errc::too_deep, 4} &&
         a != json::error{errc::malformed_json, 3};
}
TEST_CASE("json/error: code and offset make the error") { CHECK(test_compares()); }
static_assert(test_compares());
