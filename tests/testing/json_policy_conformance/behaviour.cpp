// SPDX-License-Identifier: MIT
#include <medusa/testing/json_policy_conformance/behaviour.hpp>

#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <medusa/json/scanner.hpp>

namespace {

using medusa::testing::json_rule;
using medusa::testing::detail::json_policy_trial;

constexpr bool test_json_policy_behaviour() {
  json_policy_trial<medusa::json::scanner> t;
  medusa::testing::detail::try_early_stop(t);
  medusa::testing::detail::try_nested_visits(t);
  medusa::testing::detail::try_places(t);
  return t.report && t.report.says_offsets && t.report[json_rule::early_stop].checks == 24;
}
TEST_CASE("testing/json_policy_conformance/behaviour: stops, visits inside visits and places") {
  CHECK(test_json_policy_behaviour());
}
static_assert(test_json_policy_behaviour());

constexpr bool test_json_policy_depth() {
  json_policy_trial<medusa::json::basic_scanner<37>> t;
  medusa::testing::detail::try_depth(t);
  json_policy_trial<medusa::json::basic_scanner<15>> shallow;
  medusa::testing::detail::try_depth(shallow);
  return t.report && t.report.depth == 37 && !shallow.report && shallow.report.depth == 15;
}
TEST_CASE("testing/json_policy_conformance/behaviour: depth") { CHECK(test_json_policy_depth()); }
static_assert(test_json_policy_depth());

TEST_CASE("testing/json_policy_conformance/behaviour: where a text lies") {
  std::string const document = "abc";
  std::string const other = "b";
  std::string_view const view = document;
  using medusa::testing::detail::lies_within;
  CHECK(lies_within(view, view));
  CHECK(lies_within(view, view.substr(1, 1)));
  CHECK(lies_within(view, view.substr(3)));
  CHECK_FALSE(lies_within(view, other));
  CHECK_FALSE(lies_within(view.substr(0, 2), view.substr(1)));
  CHECK_FALSE(lies_within(view.substr(1), view.substr(0, 2)));
}

}  // namespace
