// SPDX-License-Identifier: MIT
#include <medusa/core/static_string.hpp>

#include <doctest/doctest.h>

#include <string>

using medusa::static_string;

namespace {

constexpr bool test_starts_empty() {
  static_string<4> s;
  return s.empty() && s.size() == 0 && s == "" && *s.c_str() == '\0' && s.capacity() == 4;
}

constexpr bool test_as_many_bytes_as_fit() {
  static_string<4> s;
  if (!s.assign("abcd") || s != "abcd" || s.size() != 4 || s.c_str()[4] != '\0') return false;
  if (s.assign("12345")) return false;
  return s == "abcd";  // nothing was changed
}

constexpr bool test_capacity_zero() {
  static_string<0> s;
  if (s.assign("a") || s.resize(1) || !s.assign("") || !s.resize(0)) return false;
  return s.empty() && *s.c_str() == '\0';
}

constexpr bool test_shorter_and_longer() {
  static_string<8> s;
  if (!s.assign("abcdef") || !s.assign("xy") || s != "xy" || s.c_str()[2] != '\0') return false;
  if (!s.assign(std::string_view()) || !s.empty()) return false;  // its data() is null
  if (!s.assign("abc")) return false;
  s.clear();
  return s.empty() && *s.c_str() == '\0';
}

constexpr bool test_assign_from_itself() {
  static_string<8> s;
  if (!s.assign("abcdefgh") || !s.assign(s) || s != "abcdefgh") return false;
  if (!s.assign(std::string_view(s).substr(1)) || s != "bcdefgh") return false;
  if (!s.assign(std::string_view(s).substr(2, 3)) || s != "def") return false;
  return s.assign(std::string_view(s).substr(0, 2)) && s == "de";
}

constexpr bool test_assign_from_an_array() {
  char const source[] = {'a', 'b', '\0', 'c'};
  static_string<4> s;
  return s.assign(std::string_view(source, 4)) && s.size() == 4 &&
         std::string_view(s) == std::string_view(source, 4);
}

constexpr bool test_comparison() {
  static_string<4> a;
  static_string<8> b;
  if (!a.assign("abc") || !b.assign("abc")) return false;
  if (!(a == a) || !(a == b) || !(b == a) || !("abc" == a) || !(a == std::string_view("abc"))) {
    return false;
  }
  if (!b.assign("abcd") || a == b || b == a || a == "abcd" || a == "ab") return false;
  // What was there before does not count.
  static_string<4> fresh;
  return a.assign("x") && fresh.assign("x") && a == fresh;
}

constexpr bool test_copies() {
  static_string<4> a;
  if (!a.assign("abc")) return false;
  static_string<4> b = a;
  if (!a.assign("x") || b != "abc") return false;
  b = a;
  return b == "x" && std::string_view(b).data() != std::string_view(a).data();
}

// The size is kept in as few bytes as can hold it.
template <std::size_t N>
constexpr bool fills_up() {
  static_string<N> s;
  if (!s.resize(N) || s.size() != N || s.resize(N + 1) || s.size() != N) return false;
  static_string<N> copy;
  return copy.assign(s) && copy.size() == N && sizeof(s) < N + 1 + 2 * sizeof(std::size_t);
}
constexpr bool test_sizes() {
  return fills_up<1>() && fills_up<255>() && fills_up<256>() && fills_up<257>() &&
         fills_up<65535>();
}

}  // namespace

static_assert(fills_up<255>() && fills_up<256>());
static_assert(!std::is_constructible_v<static_string<4>, char const*>, "it could be too long");
static_assert(!std::is_assignable_v<static_string<4>&, static_string<8> const&>);
static_assert(std::is_trivially_copyable_v<static_string<4>>);
static_assert(sizeof(static_string<255>) == 255 + 1 + 1, "a NUL and the size");
static_assert(test_starts_empty());
static_assert(static_string<300'000>().empty(), "no step of constant evaluation for each byte");
static_assert(test_as_many_bytes_as_fit());
static_assert(test_capacity_zero());
static_assert(test_shorter_and_longer());
static_assert(test_assign_from_itself());
static_assert(test_assign_from_an_array());
static_assert(test_comparison());
static_assert(test_copies());

TEST_CASE("a static_string starts empty") { CHECK(test_starts_empty()); }
TEST_CASE("N bytes fit and N + 1 change nothing") { CHECK(test_as_many_bytes_as_fit()); }
TEST_CASE("a static_string may have no room at all") { CHECK(test_capacity_zero()); }
TEST_CASE("a static_string takes a part of itself") { CHECK(test_assign_from_itself()); }
TEST_CASE("a NUL is a byte like others") { CHECK(test_assign_from_an_array()); }
TEST_CASE("static_strings of any size compare by their text") { CHECK(test_comparison()); }
TEST_CASE("as many bytes as a size of one, two or more bytes counts") {
  CHECK(test_sizes());
  CHECK(fills_up<65536>());
}
TEST_CASE("a copy owns its text") { CHECK(test_copies()); }

TEST_CASE("a static_string compares with a std::string") {
  static_string<4> s;
  REQUIRE(s.assign(std::string("abc")));
  CHECK(s == std::string("abc"));
  CHECK(std::string("abd") != s);
}
