// SPDX-License-Identifier: MIT
#include <medusa/core/decimal.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string_view>

namespace {

constexpr bool is_written(std::uint64_t n, std::string_view text) {
  medusa::decimal const digits(n);
  return digits.view() == text && std::string_view(digits.c_str()) == text;
}

constexpr bool test_decimal() {
  return is_written(0, "0") && is_written(7, "7") && is_written(10, "10") &&
         is_written(65'536, "65536") && is_written(4'294'967'295, "4294967295") &&
         is_written(4'294'967'296, "4294967296") &&
         is_written(9'007'199'254'740'991, "9007199254740991") &&
         is_written(10'000'000'000'000'000'000u, "10000000000000000000") &&
         is_written(~std::uint64_t{}, "18446744073709551615");
}
TEST_CASE("decimal: digits") { CHECK(test_decimal()); }
static_assert(test_decimal());

// All of it is written where it is a constant, and can be copied.
constexpr medusa::decimal answer(42);
static_assert(medusa::decimal(answer).view() == "42");

}  // namespace
