#include <medusa/http/header_table.hpp>

#include <doctest/doctest.h>

#include <array>

namespace {

using medusa::header;
using medusa::header_table;

constexpr bool test_a_header_set_again_replaces_the_former() {
  std::array<header, 2> rows{};
  header_table table(rows);
  table.set({"Accept", "a"});
  table.set({"X", "x"});
  table.set({"ACCEPT", "b"});
  return table.rows().size() == 2 && table.rows()[0].name == "ACCEPT" &&
         table.rows()[0].value == "b" && !table.overflowed();
}

constexpr bool test_headers_of_other_names_are_added() {
  std::array<header, 2> rows{};
  header_table table(rows);
  table.add("A", "1");
  table.set({"a", "2"});
  table.add("B", "3");
  if (table.overflowed() || table.rows().size() != 2 || table.rows()[0].value != "2" ||
      table.rows()[1].name != "B" || table.rows()[1].value != "3")
    return false;
  table.add("C", "4");
  return table.overflowed() && table.rows().size() == 2 && table.rows()[1].name == "B";
}

constexpr bool test_as_many_headers_as_there_are_rows() {
  std::array<header, 2> rows{};
  header_table table(rows);
  table.set({"A", ""});
  table.set({"B", ""});
  if (table.overflowed()) return false;
  table.set({"C", ""});
  return table.overflowed() && table.rows().size() == 2 && table.rows()[1].name == "B";
}

constexpr bool test_bytes_as_on_the_wire() {
  std::array<header, 2> rows{};
  header_table table(rows);
  table.set({"Accept", "x/y"});
  table.set({"A", ""});
  return table.bytes() == std::string_view("Accept: x/y\r\nA: \r\n").size();
}

}  // namespace

TEST_CASE("header_table: a header set again replaces the former") {
  CHECK(test_a_header_set_again_replaces_the_former());
}
static_assert(test_a_header_set_again_replaces_the_former());

TEST_CASE("header_table: headers of other names are added") {
  CHECK(test_headers_of_other_names_are_added());
}
static_assert(test_headers_of_other_names_are_added());

TEST_CASE("header_table: N fit, N+1 do not") { CHECK(test_as_many_headers_as_there_are_rows()); }
static_assert(test_as_many_headers_as_there_are_rows());

TEST_CASE("header_table: bytes as on the wire") { CHECK(test_bytes_as_on_the_wire()); }
static_assert(test_bytes_as_on_the_wire());
