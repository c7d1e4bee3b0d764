// SPDX-License-Identifier: MIT
#include <medusa/model/member_row.hpp>

#include <array>
#include <string_view>

#include <doctest/doctest.h>

#include <medusa/json/scanner.hpp>
#include <medusa/model/decoder.hpp>

#include <support/hidden.hpp>

namespace {

using value = medusa::json::scanner::value;

struct pair {
  bool first = false;
  bool second = false;
  using field_table =
      medusa::member_list<medusa::member<"first", &pair::first, medusa::presence::required>,
                          medusa::member<"second", &pair::second>>;
};

constexpr bool test_rows_of_a_table() {
  medusa::member_rows<value> const rows = medusa::detail::table_of<value, pair>;
  return rows.size() == 2 && rows[0].name() == "first" &&
         rows[0].when == medusa::presence::required && rows[1].name() == "second" &&
         rows[1].when == medusa::presence::optional && rows[0].read != rows[1].read;
}
TEST_CASE("a field table becomes rows in its order") { CHECK(test_rows_of_a_table()); }
static_assert(test_rows_of_a_table());

constexpr bool test_row() {
  medusa::member_row<value> const row(support::hidden(std::string_view("id")),
                                      medusa::presence::required, nullptr);
  std::array<medusa::member_row<value>, 2> const list{
      row, {"email", medusa::presence::optional, nullptr}};
  medusa::member_rows<value> const rows(list);
  if (rows.size() != 2 || rows.begin() != list.data() || rows.end() != list.data() + 2)
    return false;
  return row.name() == "id" && row.when == medusa::presence::required && row.read == nullptr;
}
TEST_CASE("a row knows its name") { CHECK(test_row()); }
static_assert(test_row());

struct listed {
  bool first = false;
  bool second = false;
  bool third = false;
  using field_table =
      medusa::member_list<medusa::member<"first", &listed::first, medusa::presence::expected>,
                          medusa::member<"second", &listed::second>,
                          medusa::member<"third", &listed::third, medusa::presence::required>>;
};

constexpr bool test_needed() {
  medusa::member_rows<value> const rows = medusa::detail::table_of<value, listed>;
  medusa::member_rows<value> const none;
  using medusa::detail::is_needed;
  for (auto const& row : rows)
    if (is_needed(row.when, false) != (row.name() != "second") ||
        is_needed(row.when, true) != (row.name() == "third"))
      return false;
  constexpr listed::field_table table;
  return medusa::detail::needed_in(table, false) == 0b101 &&
         medusa::detail::needed_in(table, true) == 0b100 && none.empty();
}
TEST_CASE("which members must be there, alone and in a list") { CHECK(test_needed()); }
static_assert(test_needed());

}  // namespace
