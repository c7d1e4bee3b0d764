// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../../medusa.hpp"
#include "documents.hpp"
#include "report.hpp"
#include "transcript.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

// medusa/testing/json_policy_conformance/trial.hpp

namespace medusa::inline v0::testing::detail {

/// Tries a policy with documents and keeps the report.
template <json::reader P>
class json_policy_trial {
 public:
  using value = typename P::value;

  json_policy_report report{};
  std::string_view trying{};  ///< the document, which may be inside another one

  /// One visit: its error, and how often the root was given.
  struct outcome {
    std::optional<json::error> error{};
    int roots = 0;
    [[nodiscard]] constexpr bool good() const noexcept { return !error && roots == 1; }
  };

  template <class F>
  constexpr outcome visit(std::string_view document, F&& f) {
    outcome result;
    auto const root = [&](value& v) {
      ++result.roots;
      f(v);
    };
#if defined(__cpp_exceptions)
    try {
      result.error = P::visit(document, root);
    } catch (...) {
      result.error = json::error{};
      report[json_rule::no_exceptions].check(false, trying, "threw");
    }
#else
    result.error = P::visit(document, root);
#endif
    report[json_rule::no_exceptions].check(true, {}, {});
    if (result.error)
      report[json_rule::places].check(result.error->offset <= document.size(), trying,
                                      "an error behind the end");
    return result;
  }

  struct leave {
    constexpr void operator()(value&) const noexcept {}
  };
  struct walk {
    json_transcript& out;
    constexpr void operator()(value& v) const { transcribe(v, out); }
  };

  /// Whether a visit means this, when all is looked at.
  constexpr bool means(std::string_view document, std::string_view meaning) {
    json_transcript seen;
    return visit(document, walk{seen}).good() && seen.view() == meaning;
  }

  template <std::size_t N>
  constexpr void accepts(json_rule rule, json_document const (&documents)[N]) {
    for (auto const& each : documents) accepts(rule, each);
  }
  constexpr void accepts(json_rule rule, json_document const& document) {
    auto const& [text, meaning] = document;
    trying = text;
    report[rule].check(means(text, meaning), text, "refused, or another value");
    report[json_rule::skipped_values].check(visit(text, leave{}).good(), text, "refused");

    json_transcript raw;
    bool const given = visit(text, [&](value& v) {
                         auto&& chars = v.raw();
                         raw.add(chars);
                       }).good();
    report[json_rule::raw_text].check(given && means(raw.view(), meaning), text, "another value");

    // The same inside: what follows must be found again.
    json_transcript around, inside;
    around.add("{\"a\":").add(text).add(",\"b\":[").add(text).add("]}");
    inside.add("{'a' ").add(meaning).add("'b' [").add(meaning).add("] } ");
    report[rule].check(means(around.view(), inside.view()), text, "another value inside others");
    report[json_rule::skipped_values].check(visit(around.view(), leave{}).good(), text, "refused");
    report[json_rule::skipped_values].check(skips_members(around.view()), text, "refused");
  }
  /// Looks at the names of two members alone.
  constexpr bool skips_members(std::string_view document) {
    json_transcript names;
    bool const good = visit(document, [&](value& v) {
                        static_cast<void>(v.for_each_member([&](json::text name, value&) {
                          names.add_decoded(name);
                          return true;
                        }));
                      }).good();
    return good && names.view() == "'a' 'b' ";
  }

  /// Refused whole, or right. Gives whether all were accepted.
  template <std::size_t N>
  constexpr bool accepts_or_refuses(json_rule rule, json_document const (&documents)[N]) {
    bool all = true;
    for (auto const& each : documents) {
      trying = each.text;
      if (visit(each.text, leave{}).error) {
        all = false;
        refuses(rule, each.text);
      } else {
        accepts(rule, each);
      }
    }
    return all;
  }

  template <std::size_t N>
  constexpr void refuses(json_rule rule, std::string_view const (&documents)[N],
                         errc code = errc::malformed_json) {
    for (auto const each : documents) refuses(rule, each, code);
  }
  /// Refused alone and inside, looked at and not.
  constexpr void refuses(json_rule rule, std::string_view document,
                         errc code = errc::malformed_json) {
    refuses_alone(rule, document, code);
    for (bool const member : {false, true}) {
      json_transcript around;
      around.add(member ? "{\"a\":0,\"b\":" : "[0,")
          .add(document)
          .add(member ? ",\"c\":0}" : ",0]");
      json_transcript ignored;
      report[rule].check(visit(around.view(), walk{ignored}).error.has_value(), document,
                         "accepted inside others");
      report[json_rule::skipped_values].check(visit(around.view(), leave{}).error.has_value(),
                                              document, "accepted");
      report[json_rule::skipped_values].check(
          visit(around.view(),
                [&](value& v) {
                  if (member) static_cast<void>(v.for_each_member(keep_going{}));
                  else static_cast<void>(v.for_each_element(keep_going{}));
                })
              .error.has_value(),
          document, "accepted");
    }
  }
  constexpr void refuses_alone(json_rule rule, std::string_view document,
                               errc code = errc::malformed_json) {
    trying = document;
    json_transcript ignored;
    auto const error = visit(document, walk{ignored}).error;
    report[rule].check(error.has_value(), document, "accepted");
    if (error) report[rule].check(error->code == code, document, "refused with another code");
    report[json_rule::skipped_values].check(visit(document, leave{}).error.has_value(), document,
                                            "accepted");
    auto const raw = visit(document, [](value& v) { static_cast<void>(v.raw()); });
    report[json_rule::raw_text].check(raw.error.has_value(), document, "accepted");
  }
  struct keep_going {
    constexpr bool operator()(value&) const noexcept { return true; }
    constexpr bool operator()(json::text, value&) const noexcept { return true; }
  };
};

}  // namespace medusa::inline v0::testing::detail
