// SPDX-License-Identifier: MIT
#include <medusa/ext/curl/header_list.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include <medusa/ext/curl.hpp>

using medusa::ext::detail::header_list;
using namespace std::string_view_literals;

TEST_CASE("headers become the lines that libcurl reads") {
  header_list list;
  CHECK(list.get() == nullptr);
  CHECK(list.add({"Accept", " application/json\t"}) == CURLE_OK);
  CHECK(list.add({"X-Empty", ""}) == CURLE_OK);
  CHECK(list.leave_out("Expect") == CURLE_OK);
  std::string lines;
  for (auto const* each = list.get(); each != nullptr; each = each->next)
    lines += std::string(each->data) + '\n';
  CHECK(lines == "Accept: application/json\nX-Empty;\nExpect:\n");
}

TEST_CASE("a control character is refused, never cut off or sent") {
  header_list list;
  for (std::string_view const bad : {"a\r\nB: c"sv, "a\n"sv, "a\x7f"sv, "a\0b"sv}) {
    CHECK(list.add({"X", bad}) == CURLE_BAD_FUNCTION_ARGUMENT);
    CHECK(list.add({bad, "x"}) == CURLE_BAD_FUNCTION_ARGUMENT);
  }
  CHECK(list.get() == nullptr);
}
