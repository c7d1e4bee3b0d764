// SPDX-License-Identifier: MIT
#include <medusa/http/method.hpp>

#include <doctest/doctest.h>

using medusa::method;
using medusa::to_string;

namespace {

constexpr bool test_names() {
  return to_string(method::get) == "GET" && to_string(method::post) == "POST" &&
         to_string(method::del) == "DELETE";
}
TEST_CASE("a method is written as in a request line") { CHECK(test_names()); }
static_assert(test_names());

constexpr bool test_unknown() { return to_string(static_cast<method>(3)) == "GET"; }
TEST_CASE("a value that is no method never changes anything") { CHECK(test_unknown()); }
static_assert(test_unknown());

}  // namespace
