// SPDX-License-Identifier: MIT
#include <medusa/model/member_path.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <limits>
#include <string_view>

#include <support/hidden.hpp>

using medusa::member_path;

namespace {

constexpr bool test_member_path() {
  member_path path;
  if (!path.empty() || !(path == "") || path == "users") return false;
  path.prepend("email");
  path.prepend(std::size_t{3});
  if (!(path == "[3].email")) return false;
  path.prepend("users");
  if (path.empty() || !(path == "users[3].email") || path == "users[3]") return false;
  member_path last;
  last.prepend(std::numeric_limits<std::size_t>::max());
  last.prepend("users");
  return last == (sizeof(std::size_t) == 8 ? "users[18446744073709551615]" : "users[4294967295]");
}
TEST_CASE("a path is written as in JavaScript") { CHECK(test_member_path()); }
static_assert(test_member_path());

constexpr bool test_deep() {
  member_path path;
  for (std::string_view const name : {"f", "e", "d", "c", "b", "a", "outer"}) path.prepend(name);
  return path == "a.b.c.d.e.f";
}
TEST_CASE("a path shows its six innermost steps") { CHECK(test_deep()); }
static_assert(test_deep());

constexpr bool test_no_room() {
  member_path path;
  path.prepend("users");
  char room[4]{};
  medusa::sink out(room, sizeof room);
  path.write_to(out);
  char const name[130]{};
  member_path longer;
  longer.prepend(std::string_view(name, sizeof name));
  return out.size() == 5 && out.overflowed() && !(longer == support::hidden(std::string_view()));
}
TEST_CASE("a path that finds no room says how much it needs") { CHECK(test_no_room()); }
static_assert(test_no_room());

}  // namespace
