// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_medusa/query_string.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace medusa::testing::fake;

namespace {
std::string parsed(std::string_view query) {
  std::string out;
  append_json(out, parse_query(query));
  return out;
}
}  // namespace

TEST_CASE("fake percent_decoded") {
  CHECK(percent_decoded("a%2Fb%20%c3%A9+") == "a/b \xC3\xA9+");
  for (std::string_view const bad : {"%", "%a", "%zz", "%f", "%ff", "a%c3"})
    CHECK(!percent_decoded(bad));
}

TEST_CASE("fake parse_query: texts, lists and objects") {
  CHECK(parsed("") == "{}");
  CHECK(parsed("a=1&b=&c&&d=x=y") == R"({"a":"1","b":"","c":"","d":"x=y"})");
  CHECK(parsed("a=x+y&b=%2B&c=%zz&d=%00") == R"({"a":"x y","b":"+","c":"%zz","d":"\u0000"})");
  CHECK(parsed("a=1&a=2&a=3") == R"({"a":["1","2","3"]})");
  CHECK(parsed("a[]=1&a[]=2") == R"({"a":["1","2"]})");
  CHECK(parsed("a%5B0%5D=1&a[1]=2&b=3") == R"({"a":["1","2"],"b":"3"})");
  CHECK(parsed("a[lt]=1&a[gt]=2") == R"({"a":{"lt":"1","gt":"2"}})");
  CHECK(parsed("a[0]=1&a[lt]=2") == R"({"a":{"0":"1","lt":"2"}})");
  CHECK(parsed("a=1&a[]=2") == R"({"a":["1","2"]})");
  CHECK(parsed("a[lt]=1&a=2") == R"({"a":{"2":true,"lt":"1"}})");
  CHECK(parsed("a=%1x&b=%x1") == R"({"a":"%1x","b":"%x1"})");
  CHECK(parsed("a[1000]=1") == R"({"a":{"1000":"1"}})");
  CHECK(parsed("[a]=1&b[=2") == R"({"[a]":"1","b[":"2"})");
}

TEST_CASE("fake parse_query: a list of one is split, and the rest is not") {
  CHECK(parsed("a[]=1,2&b=1,2&c[]=1,2&c[]=3") == R"({"a":["1","2"],"b":"1,2","c":["1,2","3"]})");
  CHECK(parsed("a[]=") == R"({"a":[""]})");
}

TEST_CASE("fake parse_query: parameters beyond the thousandth are ignored") {
  std::string query;
  for (int i = 0; i < 1000; ++i) query += "a=1&";
  CHECK(parse_query(query + "b=2").find("b") == nullptr);
  CHECK(parse_query(query).find("a")->values.size() == 1000);
}
