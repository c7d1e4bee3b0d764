// SPDX-License-Identifier: MIT
#include <medusa/http/query.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

using medusa::query_writer;
using medusa::sink;

namespace {

constexpr bool test_nothing() {
  char buffer[8] = {};
  sink out(buffer, sizeof buffer);
  query_writer const query(out);
  static_cast<void>(query);
  return out.size() == 0;
}
TEST_CASE("without parameters there is no question mark") { CHECK(test_nothing()); }
static_assert(test_nothing());

// What @medusajs/medusa-js 6.1.10 (qs 6.17.1) sent, recorded.
constexpr bool test_as_the_official_client() {
  char buffer[512] = {};
  sink out(buffer, sizeof buffer);
  query_writer query(out);
  query.add("limit", 2);
  query.add("offset", 0);
  query.add("q", "js");
  query.add("order", "-email");
  query.add("fields", "id,email");
  query.add_indexed("id", 0, "usr_01M83KGE5DMKKCCQ035KDEG4ET");
  query.add_indexed("id", 1, "usr_b");
  query.add_nested("created_at", "gt", "1970-01-01T00:00:00.000Z");
  query.add_nested("created_at", "lt", "2100-01-01");
  return out.written() ==
         "?limit=2&offset=0&q=js&order=-email&fields=id%2Cemail"
         "&id%5B0%5D=usr_01M83KGE5DMKKCCQ035KDEG4ET&id%5B1%5D=usr_b"
         "&created_at%5Bgt%5D=1970-01-01T00%3A00%3A00.000Z&created_at%5Blt%5D=2100-01-01";
}
TEST_CASE("a query is the one that the official client sends") {
  CHECK(test_as_the_official_client());
}
static_assert(test_as_the_official_client());

constexpr bool test_recorded_characters() {
  char buffer[512] = {};
  sink out(buffer, sizeof buffer);
  query_writer query(out);
  query.add("limit", 2);
  query.add("offset", 1);
  query.add("q", "js a&b=+\xF0\x9F\x98\x80");
  query.add("role", "");
  return out.written() == "?limit=2&offset=1&q=js%20a%26b%3D%2B%F0%9F%98%80&role=";
}
TEST_CASE("values are encoded as the official client does") { CHECK(test_recorded_characters()); }
static_assert(test_recorded_characters());

constexpr bool test_short_recorded() {
  char buffer[32] = {};
  sink out(buffer, sizeof buffer);
  query_writer query(out);
  query.add("limit", 1);
  if (out.written() != "?limit=1") return false;
  query.add("offset", 0);
  return out.written() == "?limit=1&offset=0";
}
TEST_CASE("parameters are separated by &") { CHECK(test_short_recorded()); }
static_assert(test_short_recorded());

constexpr bool test_names_are_encoded() {
  char buffer[64] = {};
  sink out(buffer, sizeof buffer);
  query_writer query(out);
  query.add("a b", "");
  query.add_nested("c&d", "e]", "=");
  query.add_indexed("f[", 10, "#");
  return out.written() == "?a%20b=&c%26d%5Be%5D%5D=%3D&f%5B%5B10%5D=%23";
}
TEST_CASE("names and keys are encoded, too") { CHECK(test_names_are_encoded()); }
static_assert(test_names_are_encoded());

constexpr bool test_largest_number() {
  char buffer[64] = {};
  sink out(buffer, sizeof buffer);
  query_writer query(out);
  query.add("limit", std::numeric_limits<std::uint64_t>::max());
  return out.written() == "?limit=18446744073709551615";
}
TEST_CASE("a number is written in full") { CHECK(test_largest_number()); }
static_assert(test_largest_number());

constexpr bool test_after_a_path() {
  char buffer[16] = {};
  sink out(buffer, sizeof buffer);
  out.append("/admin/users");
  query_writer query(out);
  query.add("limit", 1);
  return out.overflowed() && out.size() == std::string_view("/admin/users?limit=1").size();
}
TEST_CASE("what does not fit is counted") { CHECK(test_after_a_path()); }
static_assert(test_after_a_path());

constexpr bool test_resumed() {
  char buffer[64] = {};
  sink out(buffer, sizeof buffer);
  query_writer query(out);
  query.resume("");
  query.add("limit", 1);
  query.resume("&order=x");
  query.add("offset", 2);
  char other[64] = {};
  sink behind(other, sizeof other);
  query_writer resumed(behind);
  resumed.resume("?q=a");
  resumed.add("limit", 1);
  return out.written() == "?limit=1&order=x&offset=2" && behind.written() == "?q=a&limit=1";
}
TEST_CASE("what is resumed is gone on behind") { CHECK(test_resumed()); }
static_assert(test_resumed());

constexpr bool test_written_by_another() {
  char buffer[16] = {};
  sink out(buffer, sizeof buffer);
  query_writer query(out);
  query.wrote(0);
  if (query.separator() != '?' || out.size() != 0) return false;
  out.room()[0] = query.separator();
  out.room()[1] = 'a';
  query.wrote(2);
  if (query.separator() != '&') return false;
  query.add("b", 1);
  query.wrote(0);
  return query.separator() == '&' && out.written() == "?a&b=1";
}
TEST_CASE("parameters that another has written are gone on behind") {
  CHECK(test_written_by_another());
}
static_assert(test_written_by_another());

}  // namespace
