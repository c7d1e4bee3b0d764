// SPDX-License-Identifier: MIT
#include <medusa/http/header_list.hpp>

#include <doctest/doctest.h>

#include <array>
#include <span>
#include <type_traits>

using medusa::encode_error;
using medusa::errc;
using medusa::first_error;
using medusa::header;
using medusa::header_list;
using medusa::header_table;

namespace {

constexpr encode_error problem(header_list const& list) {
  first_error errors;
  list.check(errors);
  return errors.error();
}

constexpr bool test_is_made_of_what_a_span_can_be_made_of() {
  std::array<header, 2> const array{header{"A", "1"}, header{"B", "2"}};
  header const plain[] = {{"C", "3"}};
  header_list const none;
  header_list const of_array = array;
  header_list const of_plain = plain;
  header_list const of_span = std::span(array).last(1);
  header_list const of_pointer = {array.data(), 1};
  if (of_pointer.size() != 1 || of_pointer.data() != array.data()) return false;
  header_list copy = of_array;
  if (!none.empty() || of_array.size() != 2 || of_plain[0].name != "C" || of_span.size() != 1 ||
      of_span.data() != &array[1] || copy.data() != array.data())
    return false;
  copy = plain;
  if (copy.size() != 1 || copy[0].value != "3") return false;
  std::size_t bytes = 0;
  for (header const& each : copy) bytes += each.name.size() + each.value.size();
  std::span<header const> const back = copy;
  if (bytes != 2 || back.data() != plain || back.size() != 1) return false;
  copy = {};
  return copy.empty();
}
TEST_CASE("header_list: made of whatever a span can be made of") {
  CHECK(test_is_made_of_what_a_span_can_be_made_of());
}
static_assert(test_is_made_of_what_a_span_can_be_made_of());
static_assert(!std::is_convertible_v<int, header_list>);

constexpr bool test_each_is_checked() {
  std::array<header, 3> const headers{header{"X-A", "caf\xE9 au lait"}, header{"Host", "h"},
                                      header{"X", "\n"}};
  return problem(headers) == encode_error{.code = errc::invalid_header, .field = "headers"} &&
         problem(std::span(headers).last(1)) ==
             encode_error{.code = errc::control_character, .field = "headers"} &&
         problem(std::span(headers).first(1)) == encode_error{} && problem({}) == encode_error{};
}
TEST_CASE("header_list: the first bad header is told") { CHECK(test_each_is_checked()); }
static_assert(test_each_is_checked());

constexpr bool test_what_is_viewed_is_checked_when_it_is_used() {
  std::array<header, 1> headers{header{"X-A", "a"}};
  header_list const list = headers;
  if (problem(list) != encode_error{}) return false;
  headers[0].value = "a\r\nX-B: b";
  return problem(list).code == errc::control_character;
}
TEST_CASE("header_list: a change after it was made is checked, too") {
  CHECK(test_what_is_viewed_is_checked_when_it_is_used());
}
static_assert(test_what_is_viewed_is_checked_when_it_is_used());

constexpr bool test_tells_whether_there_are_credentials() {
  std::array<header, 3> const all{header{"X-A", "1"}, header{"COOKIE", "2"}, header{"X-B", "3"}};
  first_error errors;
  return header_list(all).check(errors) && !header_list(std::span(all).first(1)).check(errors) &&
         !header_list(std::span(all).last(1)).check(errors) && !header_list().check(errors) &&
         !errors.failed();
}
TEST_CASE("header_list: tells whether there are credentials") {
  CHECK(test_tells_whether_there_are_credentials());
}
static_assert(test_tells_whether_there_are_credentials());

constexpr bool test_put_with_or_without_credentials() {
  std::array<header, 3> const all{header{"A", "1"}, header{"cookie", "2"},
                                  header{"Authorization", "3"}};
  std::array<header, 4> rows{};
  header_table without(rows);
  header_list(all).put(without, false);
  if (without.rows().size() != 1 || without.rows()[0].name != "A") return false;
  header_table with(rows);
  with.set({"a", "0"});
  header_list(all).put(with);
  header_list().put(with);
  return with.rows().size() == 3 && with.rows()[0].value == "1" && with.rows()[2].value == "3";
}
TEST_CASE("header_list: put with or without credentials") {
  CHECK(test_put_with_or_without_credentials());
}
static_assert(test_put_with_or_without_credentials());

constexpr bool test_views_copies() {
  std::array<header, 2> const all{header{"A", "1"}, header{"cookie", "2"}};
  std::array<header, 2> const copies = all;
  header_list list = all;
  list.rebase(copies.data());
  first_error errors;
  return list.data() == copies.data() && list.size() == 2 && list.check(errors);
}
TEST_CASE("header_list: views copies") { CHECK(test_views_copies()); }
static_assert(test_views_copies());

}  // namespace
