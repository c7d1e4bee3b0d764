// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_medusa/json_value.hpp>

#include <doctest/doctest.h>

using namespace medusa::testing::fake;

namespace {
std::string again(std::string_view document, bool stored = false) {
  auto const value = parse_json(document);
  if (!value) return "error";
  std::string out;
  append_json(out, stored ? stored_as_jsonb(*value) : *value);
  return out;
}
}  // namespace

TEST_CASE("fake json_value: what goes in comes out as from JSON.stringify") {
  CHECK(again(R"( {"a" : [ 1.0 , null, true,false, "x\u00e9\n\/", {} ] } )") ==
        "{\"a\":[1,null,true,false,\"x\xC3\xA9\\n/\",{}]}");
  CHECK(again("[1e400]") == "[null]");
  CHECK(again(R"({"a":1,"b":2,"a":3})") == R"({"a":3,"b":2})");
  CHECK(again(R"({"b":1,"10":2,"a":3,"9":4,"09":5,"-1":6})") ==
        R"({"9":4,"10":2,"b":1,"a":3,"09":5,"-1":6})");
  for (std::string_view const bad : {"", "{", "[1,]", "nul", "\"\\ud83d\"", "{} {}"})
    CHECK(again(bad) == "error");
}

TEST_CASE("fake json_value: jsonb orders names by length and bytes, at every depth") {
  CHECK(again(R"({"bb":1,"a":2,"":3,"7":4,"n":[{"z":1,"yy":2,"a":3}]})", true) ==
        R"({"7":4,"":3,"a":2,"n":[{"a":3,"z":1,"yy":2}],"bb":1})");
}

TEST_CASE("fake json_value: members are found, set and erased") {
  json_value object{.kind = medusa::json::kind::object};
  object.set("a", json_value::of("x"));
  object.set("b", json_value::of(1.0));
  CHECK(object.find("a")->text == "x");
  CHECK(object.find("b")->number() == 1);
  CHECK(object.find("c") == nullptr);
  object.erase("a");
  object.erase("c");
  CHECK(object == *parse_json(R"({"b":1})"));
  CHECK(!holds_nul(object));
  for (std::string_view const text :
       {R"({"a":"\u0000"})", R"({"a\u0000":1})", R"([[{"a":["\u0000"]}]])"})
    CHECK(holds_nul(*parse_json(text)));
}
