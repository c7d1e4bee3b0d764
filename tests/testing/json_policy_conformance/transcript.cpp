// SPDX-License-Identifier: MIT
#include <medusa/testing/json_policy_conformance/transcript.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <medusa/json/scanner.hpp>

namespace {

using medusa::testing::detail::json_transcript;
using medusa::testing::detail::transcribe;
namespace json = medusa::json;

constexpr bool test_json_transcript() {
  json_transcript out;
  auto const error = json::scanner::visit(R"([null,true,false,-7,1.5,"\u0061b",{"k\n":[],"":{}}])",
                                          [&](json::scanner::value& v) { transcribe(v, out); });
  return !error && out.view() == "[n t f -7 ~ 'ab' {'k\n' [] '' {} } ] ";
}
TEST_CASE("testing/json_policy_conformance/transcript: every kind of value") {
  CHECK(test_json_transcript());
}
static_assert(test_json_transcript());

constexpr bool test_json_transcript_numbers() {
  json_transcript out;
  out.add_number(0);
  out.add_number(std::numeric_limits<std::int64_t>::max());
  out.add_number(std::numeric_limits<std::int64_t>::min());
  return out.view() == "0 9223372036854775807 -9223372036854775808 ";
}
TEST_CASE("testing/json_policy_conformance/transcript: the largest numbers") {
  CHECK(test_json_transcript_numbers());
}
static_assert(test_json_transcript_numbers());

TEST_CASE("testing/json_policy_conformance/transcript: what cannot be written down") {
  json_transcript out;
  for (std::string_view const wrong : {"\\", "\\u12", "\\q", "\""}) {
    out.clear();
    out.add_decoded({wrong, true});
    CHECK(out.view() == "(text that cannot be decoded) ");
  }
  out.clear();
  out.add_decoded({std::string(600, 'x'), true});
  CHECK(out.view() == "(text that cannot be decoded) ");
  out.clear();
  out.add(std::string(512, 'x'));
  CHECK(out.view() == std::string(512, 'x'));
  out.add("x");
  CHECK(out.view() == "(too long)");
}

}  // namespace
