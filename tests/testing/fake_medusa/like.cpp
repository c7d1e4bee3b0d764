// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_medusa/like.hpp>

#include <doctest/doctest.h>

#include <support/hidden.hpp>

using medusa::testing::fake::like;

constexpr bool test_like() {
  bool yes = like("", "") && like("", "%") && like("abc", "abc") && like("abc", "a%") &&
             like("abc", "%c") && like("abc", "%b%") && like("abc", "a_c") &&
             like("abc", "%%_%%") && like("a%c", "a\\%c") && like("a_c", "a\\_c") &&
             like("a\\c", "a\\\\c") && like("aXbXc", "%X%X%") && like("\xC3\xA9", "_") &&
             like("\xF0\x9F\x98\x80x", "_x") && like("aab", "%ab") &&
             like(support::hidden(std::string_view("\xFFz")), "_z") &&
             like("mississippi", "%iss%ip%");
  bool no = like(support::hidden(std::string_view("")), "_") ||
            like(support::hidden(std::string_view("abc")), "ab") || like("abc", "abcd") ||
            like("abc", "_c") || like("abc", "a\\%c") || like("aXc", "a\\_c") ||
            like("\xC3\xA9", "__") || like("abc", "%d%") || like("a", "a\\") || like("ABC", "abc");
  return yes && !no;
}
TEST_CASE("fake like: wildcards and escapes of PostgreSQL") { CHECK(test_like()); }
static_assert(test_like());
