// SPDX-License-Identifier: MIT
#include <medusa/model/fresh.hpp>

#include <string>
#include <string_view>
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
  make_fresh<described_one>(erased_pointer<described_one>(out));
  return out.number == 0 && !out.flag && out.list.empty() && out.own == 9;
}
TEST_CASE("what a table names becomes fresh, and nothing else") {
  CHECK(test_members_of_the_table());
}
static_assert(test_members_of_the_table());

constexpr bool test_ready_for_nobody() {
  described_one out{.number = 9, .flag = true};
  return medusa::detail::make_ready<described_one>(erased_pointer<described_one>(out), "{}") ==
             nullptr &&
         out.number == 0;
}
TEST_CASE("without a list that keeps it, a document stays where it is") {
  CHECK(test_ready_for_nobody());
}
static_assert(test_ready_for_nobody());

struct keeper {
  using value_type = int;
  std::string_view kept{};
  char copy[1] = {'x'};
  constexpr int& emplace_back() { return value; }
  constexpr void clear() noexcept {}
  constexpr char* keep(std::string_view document) {
    kept = document;
    return copy;
  }
  int value = 0;
};
struct keeping_one {
  keeper list{};
  using field_table = medusa::member_list<medusa::member<"list", &keeping_one::list>>;
};

constexpr bool test_ready_for_a_keeper() {
  keeping_one out;
  erased_pointer<keeping_one> const pointer(out);
  if (medusa::detail::make_ready<keeping_one>(pointer, "") != nullptr || !out.list.kept.empty())
    return false;
  char* const copy = medusa::detail::make_ready<keeping_one>(pointer, "{}");
  make_fresh<keeping_one>(pointer);  // an object that comes again in the same document
  return copy == out.list.copy && out.list.kept == "{}";
}
TEST_CASE("a list that keeps the document gets it once, and not when there is none") {
  CHECK(test_ready_for_a_keeper());
}
static_assert(test_ready_for_a_keeper());

constexpr bool test_no_table() {
  int out = 9;
  make_fresh<int>(erased_pointer<int>(out));
  return out == 0;
}
TEST_CASE("what has no table becomes fresh as a whole") { CHECK(test_no_table()); }
static_assert(test_no_table());

struct hosted_one {
  std::vector<std::string> list{};
  std::string text{};
  using field_table = medusa::member_list<medusa::member<"list", &hosted_one::list>,
                                          medusa::member<"text", &hosted_one::text>>;
};

TEST_CASE("a list that grew keeps its memory") {
  hosted_one out{.list = std::vector<std::string>(8, "x"), .text = "y"};
  make_fresh<hosted_one>(erased_pointer<hosted_one>(out));
  CHECK(out.list.empty());
  CHECK(out.list.capacity() >= 8);
  CHECK(out.text.empty());
}

}  // namespace
