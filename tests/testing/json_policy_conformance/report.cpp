// SPDX-License-Identifier: MIT
#include <medusa/testing/json_policy_conformance/report.hpp>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace {

using medusa::testing::json_policy_report;
using medusa::testing::json_rule;
using medusa::testing::json_rule_count;

constexpr bool test_json_policy_report() {
  json_policy_report report;
  if (!report || !report[json_rule::depth].passed()) return false;
  report[json_rule::depth].check(true, "a", "b");
  if (!report || report[json_rule::depth].checks != 1) return false;
  report[json_rule::depth].check(false, "c", "d");
  report[json_rule::depth].check(false, "e", "f");
  auto const& depth = report[json_rule::depth];
  return !report && !depth.passed() && depth.checks == 3 && depth.failures == 2 &&
         depth.first_failing == "c" && depth.what_happened == "d";
}
TEST_CASE("testing/json_policy_conformance/report: the first failure is kept") {
  CHECK(test_json_policy_report());
}
static_assert(test_json_policy_report());

TEST_CASE("testing/json_policy_conformance/report: the rules have names of their own that fit") {
  std::set<std::string_view> names;
  for (std::size_t n = 0; n != json_rule_count; ++n) {
    std::string_view const name = to_string(static_cast<json_rule>(n));
    CHECK(name != "unknown");
    CHECK(name.size() < 48);
    names.insert(name);
  }
  CHECK(names.size() == json_rule_count);
  CHECK(to_string(static_cast<json_rule>(json_rule_count)) == "unknown");
}

TEST_CASE("testing/json_policy_conformance/report: a table") {
  json_policy_report report;
  report.depth = 12;
  report.deepest_tried = 20;
  report[json_rule::grammar_accepted].check(true, "", "");
  report[json_rule::one_document].check(false, "\xEF\xBB\xBF[]", "accepted");
  report[json_rule::depth].check(
      false, std::string_view("0123456789012345678901234567890123456789x"), "refused");
  std::string const text = to_string(report);
  CHECK(text.starts_with("passed  RFC 8259: what is JSON is accepted              1\n"));
  CHECK(text.find("\nFAILED  exactly one value, no byte order mark, no NUL   accepted: "
                  "\\xEF\\xBB\\xBF[]\n") != text.npos);
  CHECK(text.find("refused: 0123456789012345678901234567890123456789...\n") != text.npos);
  CHECK(text.find("\nlimit   arrays and objects inside each other            12\n") != text.npos);
  CHECK(text.ends_with("\nextra   offsets of values and errors                    no\n"));
  report.says_offsets = true;
  report[json_rule::one_document].first_failing = "a\nb";
  CHECK(to_string(report).ends_with(" yes\n"));
  report.deepest_tried = 12;
  CHECK(to_string(report).find(" 12 or more\n") != std::string::npos);
}

}  // namespace
