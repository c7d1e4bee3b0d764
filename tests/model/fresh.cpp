// SPDX-License-Identifier: MIT
#include <medusa/model/fresh.hpp>

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <medusa/core/static_vector.hpp>

namespace {

using medusa::detail::erased_pointer;
using medusa::detail::make_fresh;

struct described_one {
  int number = 3;
  bool flag;
  medusa::static_vector<int, 4> list{};
  int own = 5;  ///< the table does not name it
  using field_table = medusa::member_list<medusa::member<"number", &described_one::number>,
                                          medusa::member<"flag", &described_one::flag>,
                                          medusa::member<"list", &described_one::list>>;
};

constexpr bool test_members_of_the_table() {
  described_one out{.number = 9, .flag = true, .own = 9};
  *out.list.try_emplace_back() = 9;
  make_fresh<described_one>(erased_pointer<described_one>(out), {});
  return out.number == 0 && !out.flag && out.list.empty() && out.own == 9;
}
TEST_CASE("what a table names becomes fresh, and nothing else") { CHECK(test_members_of_the_table()); }
static_assert(test_members_of_the_table());

constexpr bool test_no_table() {
  int out = 9;
  make_fresh<int>(erased_pointer<int>(out), {});
  return out == 0;
}
TEST_CASE("what has no table becomes fresh as a whole") { CHECK(test_no_table()); }
static_assert(test_no_table());

struct hosted_one {
  std::vector<std::string> list{};
  std::string text{};
  using field_table =
      medusa::member_list<medusa::member<"list", &hosted_one::list>, medusa::member<"text", &hosted_one::text>>;
};

TEST_CASE("a list that grew keeps its memory") {
  hosted_one out{.list = std::vector<std::string>(8, "x"), .text = "y"};
  make_fresh<hosted_one>(erased_pointer<hosted_one>(out), {});
  CHECK(out.list.empty());
  CHECK(out.list.capacity() >= 8);
  CHECK(out.text.empty());
}

}  // namespace
