// SPDX-License-Identifier: MIT
#include <medusa/model/member_reader.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <medusa/json/scanner.hpp>
#include <medusa/model/decoder.hpp>
#include <medusa/model/field.hpp>

namespace {

using medusa::decode_error;
using medusa::errc;
using medusa::member;
using medusa::presence;
using scanned = medusa::json::scanner::value;

struct three {
  std::string_view a{};
  medusa::field<std::string_view> b{};
  std::string_view c{};
  using field_table =
      medusa::member_list<member<"a", &three::a, presence::required>, member<"b", &three::b>,
                          member<"c", &three::c, presence::required>>;
};

static_assert(medusa::detail::expecting<scanned> == !medusa::detail::small_code);
static_assert(!medusa::detail::expecting<int>);

/// Reads by either way: members expected in the order of the table, or looked up by name.
template <bool Ordered>
struct reading {
  three out{};
  std::optional<decode_error> error{};

  constexpr explicit reading(std::string_view document) {
    using namespace medusa::detail;
    medusa::decoder into(document);
    erased_pointer<three> const pointer(out);
    bool read = false;
    auto const bad = medusa::json::scanner::visit(document, [&](scanned& root) {
      if constexpr (Ordered) read = into.decode(root, out);
      else read = into.object(root, table_of<scanned, three>, pointer);
    });
    if (!read || bad) error = into.error();
    if (bad) error = decode_error{.code = bad->code, .offset = bad->offset};
  }
};

constexpr bool same(std::string_view document, bool good) {
  reading<true> const a(document);
  reading<false> const b(document);
  if (a.error.has_value() != b.error.has_value() || a.error.has_value() == good) return false;
  if (a.error) return a.error->code == b.error->code && a.error->offset == b.error->offset;
  return a.out.a == b.out.a && a.out.b == b.out.b && a.out.c == b.out.c && a.out.a == "1" &&
         a.out.c == "3";
}

constexpr bool test_both_ways_agree() {
  return same(R"({"a":"1","b":null,"c":"3"})", true) &&              // as expected
         same(R"({"a":"1","c":"3"})", true) &&                       // one left out
         same(R"({"c":"3","b":"2","a":"1"})", true) &&               // another order
         same(R"({ "a" : "1" , "b" : "2" , "c" : "3" } )", true) &&  // white space
         same("{\r\n\t\"a\": \"1\",\r\n\t\"b\":  null,\n \"c\":\n\"3\"\r\n}", true) &&  // lines
         same("{\n  \"a\": \"1\"\n  \"b\": \"2\",\n  \"c\": \"3\"\n}", false) &&
         same("{\n  \"a\": \"1\",\n  ,\"b\": \"2\",\n  \"c\": \"3\"\n}", false) &&
         same("{\n  \"a\": \"1\",\v \"b\": \"2\",\n  \"c\": \"3\"\n}", false) &&
         same(R"({"\u0061":"1","b":"2","c":"3"})", true) &&                   // an escaped name
         same(R"({"x":[1],"a":"1","y":{},"b":null,"c":"3","z":0})", true) &&  // unknown ones
         same(R"({"a":"0","a":"1","b":"2","c":"3","c":"3"})", true) &&        // repeated ones
         same(R"({"a":"1","b":"2"})", false) && same(R"({})", false) && same(R"([])", false) &&
         same(R"({"a":1,"c":"3"})", false) && same(R"({"a":"1","b":"2","c":"3")", false) &&
         same(R"({"a":"1",})", false) && same(R"({"a":"1" "c":"3"})", false) &&
         same(R"({"a":"1" "b":"2","c":"3"})", false) &&  // no comma
         same(R"({"a":"1",,"b":"2","c":"3"})", false) && same(R"({,"a":"1","c":"3"})", false) &&
         same(R"({"a":"1","c":"3",})", false) && same(R"({"a":"1","c":"3"]})", false) &&
         same(R"({"a":"1","c":"3"}x)", false) && same(R"({"a":)", false) &&
         same(R"({"a")", false) && same(R"({"a":"1","b":nul,"c":"3"})", false) &&
         same(R"({"a":"1","b":nulll,"c":"3"})", false) && same(R"({"a":"1","b":null)", false) &&
         same("{\"a\":\"1\n\",\"c\":\"3\"}", false);
}
TEST_CASE("members are read alike, whether they were expected or looked up") {
  CHECK(test_both_ways_agree());
}
static_assert(test_both_ways_agree());

// The same document cut at every byte fails, in either way.
constexpr bool test_cut() {
  for (std::string_view const document :
       {R"({"a":"1","b":null,"c":"3"})", "{\n  \"a\": \"1\",\n  \"b\": null,\n  \"c\": \"3\"\n}"})
    for (std::size_t size = 1; size < document.size(); ++size)
      if (!same(document.substr(0, size), false)) return false;
  return true;
}
TEST_CASE("a document that is cut is no success in either way") { CHECK(test_cut()); }
static_assert(test_cut());

// What comes from `{` to the end of a token, and no byte more, is what there is to compare with it.
TEST_CASE("nothing is read behind a document that is cut") {
  for (std::string_view const document :
       {R"({"a":"1","b":null,"c":"3 is more than a block"})",
        "{\n  \"a\": \"1\",\n                            \"b\": null, \"c\": \"3\"\n}"})
    for (std::size_t size = 1; size < document.size(); ++size) {
      std::vector<char> const exact(document.begin(), document.begin() + size);
      CHECK(same({exact.data(), exact.size()}, false));
    }
}

// The table may be full: as many rows as there are bits.
constexpr bool test_all_rows() {
  medusa::member_rows<scanned> const rows;
  medusa::decoder into(std::string_view{});
  medusa::detail::erased const nothing;
  three out;
  medusa::detail::ordered_reader<scanned, three> reader{{into, rows, nothing}, out};
  reader.came(0);
  if (reader.seen != 0) return false;
  reader.came(2);
  if (reader.seen != 3) return false;
  reader.came(32);
  return reader.seen == 0xFFFF'FFFF;
}
TEST_CASE("members that came in order count as seen, all 32 too") { CHECK(test_all_rows()); }
static_assert(test_all_rows());

}  // namespace
