// SPDX-License-Identifier: MIT
#include <medusa/model/member_path.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string_view>

using medusa::member_path;

namespace {

constexpr bool test_member_path() {
  member_path path;
  if (!path.empty() || !(path == "") || path == "users") return false;
  path.push("users");
  path.push(std::size_t{3});
  path.push("email");
  if (path.empty() || !(path == "users[3].email")) return false;
  path.pop();
  if (!(path == "users[3]")) return false;
  path.push(std::size_t{18446744073709551615u});
  return path == "users[3][18446744073709551615]" && path != "users[3]";
}
TEST_CASE("a path is written as in JavaScript") { CHECK(test_member_path()); }
static_assert(test_member_path());

constexpr bool test_deep() {
  member_path path;
  for (int i = 0; i < 8; ++i) path.push("a");
  bool const first_six = path == "a.a.a.a.a.a";
  for (int i = 0; i < 3; ++i) path.pop();
  bool const five = path == "a.a.a.a.a";
  for (int i = 0; i < 5; ++i) path.pop();
  return first_six && five && path.empty();
}
TEST_CASE("a path shows its first six steps and counts the rest") { CHECK(test_deep()); }
static_assert(test_deep());

constexpr bool test_no_room() {
  member_path path;
  path.push("users");
  char room[4]{};
  medusa::sink out(room, sizeof room);
  path.write_to(out);
  return out.size() == 5 && out.overflowed();
}
TEST_CASE("a path that finds no room says how much it needs") { CHECK(test_no_room()); }
static_assert(test_no_room());

}  // namespace
