// SPDX-License-Identifier: MIT
#include <medusa/json/metadata_error.hpp>

#include <optional>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace {

using medusa::errc;
using medusa::json::metadata_error;
using namespace std::string_view_literals;

constexpr bool test_accepted() {
  for (std::string_view const text :
       {"{}", " { } ", R"({"a":1,"b":[{"c":"\n"}]})", R"({"":"","a":null,"a":1})",
        R"({"a":{"__proto__":1,"constructor":2}})", R"({"__proto":1,"Constructor":2,"then":3})",
        R"({"a":"constructor","b":"\\u0000"})", "{\"\xC3\xA9\":\"\xF0\x9F\x98\x80\"}"})
    if (metadata_error(text)) return false;
  return true;
}
TEST_CASE("json/metadata_error: objects the server takes") { CHECK(test_accepted()); }
static_assert(test_accepted());

constexpr bool test_no_object() {
  for (std::string_view const text : {"", "null", "[]", "\"{}\"", "1", "{", "{}{}", "{a:1}",
                                      R"({"a":"\ud83d"})", "{\"a\":\"\t\"}"})
    if (metadata_error(text) != errc::invalid_json) return false;
  return metadata_error("{\"a\":\"\0\"}"sv) == errc::invalid_json;
}
TEST_CASE("json/metadata_error: what is no JSON object") { CHECK(test_no_object()); }
static_assert(test_no_object());

constexpr bool test_refused() {
  return metadata_error("{\"a\":\"\xFF\"}") == errc::invalid_utf8 &&
         metadata_error("{\"\xC3\":1}") == errc::invalid_utf8 &&
         metadata_error(R"({"a":[{"b":"\u0000"}]})") == errc::control_character &&
         metadata_error(R"({"\u0000":1})") == errc::control_character &&
         metadata_error(R"({"__proto__":1})") == errc::invalid_value &&
         metadata_error(R"({"a":1,"constructor":{},"b":2})") == errc::invalid_value &&
         metadata_error(R"({"constr\u0075ctor":1})") == errc::invalid_value;
}
TEST_CASE("json/metadata_error: what the server would refuse or drop") { CHECK(test_refused()); }
static_assert(test_refused());

TEST_CASE("json/metadata_error: too deep") {
  CHECK(metadata_error("{\"a\":" + std::string(512, '[') + std::string(512, ']') + "}") ==
        errc::invalid_json);
  CHECK(!metadata_error("{\"a\":" + std::string(511, '[') + std::string(511, ']') + "}"));
}

}  // namespace
