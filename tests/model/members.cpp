// SPDX-License-Identifier: MIT
#include <medusa/model/members.hpp>

#include <medusa/model/fixed.hpp>
#include <medusa/model/user.hpp>

#include <doctest/doctest.h>

#include <string_view>
#include <type_traits>

using medusa::described;
using medusa::member;
using medusa::member_list;
using medusa::presence;

namespace {

struct own {
  int number = 0;
  bool flag = false;
  using field_table =
      member_list<member<"number", &own::number, presence::required>, member<"flag", &own::flag>>;
};
struct foreign {
  bool flag = false;
};
struct bare {};

}  // namespace

template <>
struct medusa::field_table_of<foreign> {
  using type = medusa::member_list<medusa::member<"flag", &foreign::flag>>;
};

namespace {

static_assert(described<own> && described<foreign> && !described<bare> && !described<int> &&
              !described<std::string_view>);
static_assert(described<medusa::basic_user<medusa::fixed<8, 1>>>);
static_assert(std::is_same_v<medusa::field_table_of<own>::type, own::field_table>);

constexpr bool test_member() {
  using row = member<"number", &own::number, presence::required>;
  own o;
  o.*row::pointer = 7;
  return row::name == "number" && row::when == presence::required && o.number == 7 &&
         own::field_table::size == 2 && member<"flag", &own::flag>::when == presence::optional &&
         member_list<>::size == 0;
}
TEST_CASE("a row names a member in JSON and in C++") { CHECK(test_member()); }
static_assert(test_member());

}  // namespace
