// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_medusa/request_body.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace medusa::testing::fake;

TEST_CASE("fake read_body: what is JSON, what is refused, what is not looked at") {
  auto const status = [](std::string_view type, std::string_view body, json_value& out) {
    medusa::header const headers[]{{"content-type", type}};
    auto const refusal = read_body({.headers = headers, .body = body}, out);
    return refusal ? refusal->status() : 0;
  };
  json_value out;
  CHECK(status("application/json", R"({"a":1})", out) == 0);
  CHECK(out.find("a") != nullptr);
  CHECK(status("Application/JSON; charset=utf-8", "[1]", out) == 0);
  CHECK(out.kind == medusa::json::kind::array);
  for (std::string_view const bad : {"{", "null", "\"text\"", "1", " "})
    CHECK(status("application/json", bad, out) == 400);
  for (std::string_view const type : {"", "text/plain", "application/vnd.api+json"}) {
    CHECK(status(type, R"({"a":)", out) == 0);
    CHECK(out == json_value{.kind = medusa::json::kind::object});
  }
  CHECK(status("application/json", "", out) == 0);
  std::string const most = "[" + std::string(most_body - 2, ' ') + "]";
  CHECK(status("application/json", most, out) == 0);
  CHECK(status("application/json", most + " ", out) == 413);
}

TEST_CASE("fake check_body: complaints become 400, an array is one") {
  auto const complain = [](json_value const& body) {
    return body.names.empty() ? std::string() : body.names[0];
  };
  CHECK(!check_body(*parse_json("{}"), complain));
  CHECK(check_body(*parse_json(R"({"a":1})"), complain)->body() ==
        R"({"type":"invalid_data","message":"a"})");
  CHECK(
      check_body(*parse_json("[]"), complain)->body() ==
      R"({"type":"invalid_data","message":"an unknown value was passed to the validate function"})");
}
