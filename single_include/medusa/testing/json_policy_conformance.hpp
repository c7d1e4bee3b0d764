// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"
#include "json_policy_conformance/behaviour.hpp"
#include "json_policy_conformance/documents.hpp"
#include "json_policy_conformance/report.hpp"
#include "json_policy_conformance/trial.hpp"

#include <cstddef>
#include <utility>

// medusa/testing/json_policy_conformance.hpp

namespace medusa::inline v0::testing {

namespace detail {

/// Tries the documents of one rule. They may show that another one is broken.
template <class P>
constexpr void try_rule(json_policy_trial<P>& t, json_rule rule) {
  // clang-format off
  switch (rule) {
    case json_rule::grammar_accepted: t.accepts(rule, json_grammar); break;
    case json_rule::grammar_refused: t.refuses(rule, json_no_grammar); break;
    case json_rule::one_document:
      for (auto const each : json_not_one) t.refuses_alone(rule, each);
      break;
    case json_rule::escapes_accepted:
      t.accepts(rule, json_escapes);
      t.report.nul_in_strings = t.accepts_or_refuses(rule, json_nul);
      break;
    case json_rule::escapes_refused: t.refuses(rule, json_no_escapes); break;
    case json_rule::utf8_accepted: t.accepts(rule, json_utf8); break;
    case json_rule::utf8_refused: t.refuses(rule, json_no_utf8, errc::malformed_utf8); break;
    case json_rule::control_characters: t.refuses(rule, json_control_characters); break;
    case json_rule::numbers_accepted:
      t.accepts(rule, json_not_whole);
      t.report.numbers_beyond_double = t.accepts_or_refuses(rule, json_beyond_double);
      break;
    case json_rule::numbers_refused: t.refuses(rule, json_no_numbers); break;
    case json_rule::whole_numbers: t.accepts(rule, json_whole); break;
    case json_rule::members_in_order: t.accepts(rule, json_members); break;
    case json_rule::early_stop: try_early_stop(t); break;
    case json_rule::nested_visits: try_nested_visits(t); break;
    case json_rule::depth: try_depth(t); break;
    case json_rule::places: try_places(t); break;
    case json_rule::raw_text: case json_rule::skipped_values: case json_rule::views:
    case json_rule::no_exceptions: break;  // looked at with all others
  }
  // clang-format on
}

template <class P>
consteval bool json_policy_passes(json_rule rule) {
  json_policy_trial<P> trial;
  try_rule(trial, rule);
  return static_cast<bool>(trial.report);
}

/// A constant evaluation of its own for each rule: all in one would take more steps than clang
/// allows.
template <class P, std::size_t Rule>
inline constexpr bool json_policy_passes_rule = json_policy_passes<P>(static_cast<json_rule>(Rule));

template <class P, std::size_t... Rule>
consteval bool json_policy_passes_all(std::index_sequence<Rule...>) {
  return (json_policy_passes_rule<P, Rule> && ...);
}

}  // namespace detail

/// Tries a JSON policy with some 280 documents for what `json::reader` asks of it. Print the report
/// with `to_string`; as a bool it says whether all rules have passed.
///
///     auto const report = medusa::testing::json_policy_conformance<my_reader>();
///     if (!report) std::puts(to_string(report).c_str());
///
/// A policy that overflows the stack on deep nesting ends the program. Not looked for: memory that
/// outlives a visit.
template <class P>
[[nodiscard]] constexpr json_policy_report json_policy_conformance() {
  static_assert(json::check_reader<P>());
  detail::json_policy_trial<P> trial;
  for (std::size_t n = 0; n != json_rule_count; ++n)
    detail::try_rule(trial, static_cast<json_rule>(n));
  return trial.report;
}

/// The same for a policy that works in constant evaluation, where depth is tried to 1024 and the
/// addresses of texts are not: `static_assert(json_policy_conforms<my_reader>());`
template <class P>
[[nodiscard]] consteval bool json_policy_conforms() {
  static_assert(json::check_reader<P>());
  return detail::json_policy_passes_all<P>(std::make_index_sequence<json_rule_count>());
}

}  // namespace medusa::inline v0::testing
