// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_medusa/javascript_number.hpp>

#include <doctest/doctest.h>

using namespace medusa::testing::fake;

TEST_CASE("fake javascript_number: as Number.prototype.toString") {
  struct row {
    double value;
    std::string_view text;
  };
  row const rows[]{{0, "0"},
                   {-0.0, "0"},
                   {1, "1"},
                   {-1, "-1"},
                   {100, "100"},
                   {1.5, "1.5"},
                   {-123.25, "-123.25"},
                   {0.1, "0.1"},
                   {0.000001, "0.000001"},
                   {0.0000001, "1e-7"},
                   {1.5e-9, "1.5e-9"},
                   {1e20, "100000000000000000000"},
                   {1e21, "1e+21"},
                   {1.25e22, "1.25e+22"},
                   {12345678901234567890.0, "12345678901234567000"},
                   {5e-324, "5e-324"},
                   {1.7976931348623157e308, "1.7976931348623157e+308"},
                   {HUGE_VAL, "null"}};
  for (row const& each : rows) CHECK(javascript_number(each.value) == each.text);
}

TEST_CASE("fake to_number: as Number(text)") {
  CHECK(to_number("") == 0.0);
  CHECK(to_number(" \t12\n") == 12.0);
  CHECK(to_number("-1.5e1") == -15.0);
  CHECK(
      !to_number("\x01"
                 "12"));
  CHECK(to_number("0x10") == 16.0);
  CHECK(to_number("1e400") == HUGE_VAL);
  CHECK(to_number("-Infinity") == -HUGE_VAL);
  for (std::string_view const bad : {"abc", "1a", "1 2", "nan", "inf", "null", "--1", "1,5"})
    CHECK(!to_number(bad));
}
