// SPDX-License-Identifier: MIT
#include <medusa/ext/curl/header_list.hpp>

#include <doctest/doctest.h>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <medusa/ext/curl.hpp>

using medusa::header;
using medusa::ext::detail::header_list;
using namespace std::string_view_literals;

static_assert(std::is_nothrow_move_constructible_v<header_list> &&
              std::is_nothrow_move_assignable_v<header_list> &&
              !std::is_copy_constructible_v<header_list>);

namespace {
std::string lines(header_list const& list) {
  std::string all;
  for (auto const* each = list.get(); each != nullptr; each = each->next)
    all += std::string(each->data) + '\n';
  return all;
}
}  // namespace

TEST_CASE("headers become the lines that libcurl reads") {
  header_list list;
  CHECK(list.get() == nullptr);
  std::array const headers{header{"Accept", " application/json\t"}, header{"X-Empty", ""}};
  CHECK(list.assign(headers, {}) == CURLE_OK);
  CHECK(lines(list) == "Accept: application/json\nX-Empty;\n");
}

TEST_CASE("headers that libcurl would send by itself are left out, unless they are given") {
  std::array const own{"Accept"sv, "Expect"sv};
  header_list list;
  CHECK(list.assign({}, own) == CURLE_OK);
  CHECK(lines(list) == "Accept:\nExpect:\n");
  std::array const first{header{"X", "y"}, header{"expect", "z"}};
  CHECK(list.assign(first, own) == CURLE_OK);
  CHECK(lines(list) == "X: y\nexpect: z\nAccept:\n");
  std::array const both{header{"ACCEPT", ""}, header{"Expect", "z"}};
  CHECK(list.assign(both, own) == CURLE_OK);
  CHECK(lines(list) == "ACCEPT;\nExpect: z\n");
}

TEST_CASE("a list has nothing of what was assigned before, and copies what is") {
  header_list list;
  std::string expected;
  for (std::size_t const count : {20U, 1U, 0U, 3U}) {
    std::vector<std::string> texts;
    std::vector<header> headers;
    for (std::size_t i = 0; i < count; ++i) texts.push_back(std::string(10 * i, 'a'));
    for (std::string const& each : texts) headers.push_back({"X", each});
    CHECK(list.assign(headers, {}) == CURLE_OK);
    expected.clear();
    for (std::string const& each : texts) expected += each.empty() ? "X;\n" : "X: " + each + '\n';
    for (std::string& each : texts) each.assign(each.size(), 'b');
    CHECK(lines(list) == expected);
  }
  header_list const moved = std::move(list);
  CHECK(lines(moved) == expected);
}

TEST_CASE("a control character is refused, never cut off or sent") {
  header_list list;
  for (std::string_view const bad : {"a\r\nB: c"sv, "a\n"sv, "a\x7f"sv, "a\0b"sv}) {
    std::array const value{header{"A", "b"}, header{"X", bad}};
    std::array const name{header{"A", "b"}, header{bad, "x"}};
    std::array const good{header{"A", "b"}};
    for (auto const& headers : {value, name}) {
      CHECK(list.assign(good, {}) == CURLE_OK);
      CHECK(list.assign(headers, {}) == CURLE_BAD_FUNCTION_ARGUMENT);
      CHECK(list.get() == nullptr);
    }
  }
}
