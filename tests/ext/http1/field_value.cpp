// SPDX-License-Identifier: MIT
#include <medusa/ext/http1/field_value.hpp>

#include <doctest/doctest.h>

#include <limits>

#include <medusa/core/sink.hpp>

using medusa::duration;
using namespace medusa::ext::http1;

namespace {

constexpr std::size_t most = std::numeric_limits<std::size_t>::max();

constexpr bool test_decimal() {
  for (std::string_view const bad : {"", " 1", "1 ", "+1", "-1", "1.0", "0x1", "1,1", "a", "1a"})
    if (parse_decimal(bad)) return false;
  return parse_decimal("0") == 0u && parse_decimal("00042") == 42u &&
         parse_decimal("1048576") == 1048576u;
}

constexpr bool test_decimal_saturates() {
  char digits[20] = {};
  medusa::sink out(digits, sizeof digits);
  out.append_number(most);
  bool good = parse_decimal(out.written()) == most;
  out = medusa::sink(digits, sizeof digits);
  out.append_number(most - 1);
  good = good && parse_decimal(out.written()) == most - 1;
  return good && parse_decimal("18446744073709551616") == most &&  // 2^64
         parse_decimal("99999999999999999999999999") == most &&
         parse_decimal("184467440737095516150") == most;
}

constexpr bool test_members() {
  std::string_view list = " a ,\tb,, c";
  for (std::string_view const expected : {"a", "b", "", "c"})
    if (take_member(list) != expected) return false;
  return list.empty() && has_member("close", "close") && has_member("Keep-Alive, CLOSE", "close") &&
         has_member("a,\tclose\t,b", "close") && !has_member("", "close") &&
         !has_member("closed", "close") && !has_member("x close", "close");
}

constexpr bool test_keep_alive_timeout() {
  constexpr auto seconds = [](int n) { return duration::milliseconds(n * 1000); };
  for (std::string_view const none : {"", "timeout", "timeout=", "timeout=x", "timeout=5s",
                                      "max=100", "timeout=86401", "timeout=99999999999999999999"})
    if (keep_alive_timeout(none) != duration::max()) return false;
  return keep_alive_timeout("timeout=5") == seconds(5) &&
         keep_alive_timeout("Timeout=60, max=100") == seconds(60) &&
         keep_alive_timeout("timeout=0") == seconds(0) &&
         keep_alive_timeout("timeout=86400") == seconds(86400);
}

}  // namespace

static_assert(test_decimal());
static_assert(test_decimal_saturates());
static_assert(test_members());
static_assert(test_keep_alive_timeout());

TEST_CASE("a decimal number is digits and nothing else") { CHECK(test_decimal()); }
TEST_CASE("a number that is too large does not become a small one") {
  CHECK(test_decimal_saturates());
}
TEST_CASE("members of a list") { CHECK(test_members()); }
TEST_CASE("the time for which an idle connection is kept") { CHECK(test_keep_alive_timeout()); }
