// SPDX-License-Identifier: MIT
#include <medusa/http/wire_limits.hpp>

#include <doctest/doctest.h>

namespace {

// Measured with Medusa 1.20.11 under Node 20: a body of 102400 bytes is read, one of 102401 is 413.
constexpr bool test_limits_of_the_server() {
  medusa::wire_limits const limits;
  return limits.request_body == 102400 && limits.request_head == 16384 &&
         limits.response_body == 16777216;
}
TEST_CASE("requests are limited to what the server takes") { CHECK(test_limits_of_the_server()); }
static_assert(test_limits_of_the_server());

}  // namespace
