// SPDX-License-Identifier: MIT
#include <medusa/testing/json_policy_conformance/trial.hpp>

#include <doctest/doctest.h>
#include <medusa/json/scanner.hpp>

namespace {

using medusa::testing::json_rule;
using medusa::testing::detail::json_document;
using medusa::testing::detail::json_policy_trial;

TEST_CASE("testing/json_policy_conformance/trial: what it takes for accepted and for refused") {
  json_policy_trial<medusa::json::scanner> t;
  t.accepts(json_rule::grammar_accepted, json_document{"[1]", "[1 ] "});
  t.refuses(json_rule::grammar_refused, "[1,]");
  CHECK(t.report);
  t.accepts(json_rule::grammar_accepted, json_document{"[1]", "[2 ] "});
  CHECK(t.report[json_rule::grammar_accepted].first_failing == "[1]");
  t.refuses(json_rule::grammar_refused, "[2]");
  CHECK(t.report[json_rule::grammar_refused].what_happened == "accepted");
  CHECK_FALSE(t.report[json_rule::skipped_values].passed());
  t.refuses(json_rule::utf8_refused, "[", medusa::errc::malformed_utf8);
  CHECK(t.report[json_rule::utf8_refused].what_happened == "refused with another code");
}

TEST_CASE("testing/json_policy_conformance/trial: accepted or refused") {
  constexpr json_document right[] = {{"1", "1 "}, {"2", "2 "}};
  constexpr json_document refused[] = {{"1", "1 "}, {"x", "2 "}};
  constexpr json_document wrong[] = {{"1", "2 "}};
  json_policy_trial<medusa::json::scanner> t;
  CHECK(t.accepts_or_refuses(json_rule::depth, right));
  CHECK_FALSE(t.accepts_or_refuses(json_rule::depth, refused));
  CHECK(t.report);
  CHECK(t.accepts_or_refuses(json_rule::depth, wrong));
  CHECK_FALSE(t.report);
}

}  // namespace
