// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../../medusa.hpp"
#include "report.hpp"
#include "transcript.hpp"
#include "trial.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>

// medusa/testing/json_policy_conformance/behaviour.hpp

namespace medusa::inline v0::testing::detail {

/// Stops a visit at its n-th callback, whatever that is.
template <class Value>
struct json_stopper {
  int last;
  int calls = 0;
  bool loops_ended = true;

  constexpr void enter(Value& v) {
    bool all = false;
    if (v.kind() == json::kind::array)
      all = v.for_each_element([&](Value& each) { return step(each); });
    else if (v.kind() == json::kind::object)
      all = v.for_each_member([&](json::text, Value& each) { return step(each); });
    if (calls >= last && all) loops_ended = false;
  }
  constexpr bool step(Value& v) {
    if (++calls >= last) return false;
    enter(v);
    return true;  // changes nothing once something inside has stopped
  }
};

template <class P>
constexpr void try_early_stop(json_policy_trial<P>& t) {
  constexpr std::string_view document = R"({"a":[1,{"b":2,"c":[3]}],"d":[[4]]})";
  auto& finding = t.report[json_rule::early_stop];
  t.trying = document;
  for (int const last : {1, 2, 3, 4, 5, 6, 7, 8}) {
    json_stopper<typename P::value> stop{last};
    auto const result = t.visit(document, [&](auto& v) { stop.enter(v); });
    finding.check(result.good(), document, "an error");
    finding.check(stop.calls == last, document, "another callback");
    finding.check(stop.loops_ended, document, "a loop gave true");
  }
}

template <class P>
constexpr void try_nested_visits(json_policy_trial<P>& t) {
  using trial = json_policy_trial<P>;
  constexpr std::string_view outer = R"([1,"\u0061",{"b":[2]}])";
  constexpr std::string_view inner = R"({"x":["y"]})";
  t.trying = outer;
  json_transcript seen, within;
  bool good = true;
  auto const result = t.visit(outer, [&](auto& root) {
    static_cast<void>(root.for_each_element([&](auto& each) {
      good = t.visit(inner, typename trial::walk{within}).good() && good;
      good = t.visit("[1,", typename trial::leave{}).error.has_value() && good;
      transcribe(each, seen);
      return true;
    }));
  });
  auto& finding = t.report[json_rule::nested_visits];
  finding.check(result.good() && good && seen.view() == "1 'a' {'b' [2 ] } ", outer,
                "changed by a visit inside");
  finding.check(within.view() == "{'x' ['y' ] } {'x' ['y' ] } {'x' ['y' ] } ", inner,
                "changed by the visit around");
}

/// Whether a text is part of the document, where addresses can be compared: not in constant
/// evaluation.
constexpr bool lies_within(std::string_view document, std::string_view text) noexcept {
  if (std::is_constant_evaluated()) return true;
  std::less_equal<char const*> const not_after;
  return not_after(document.data(), text.data()) &&
         not_after(text.data() + text.size(), document.data() + document.size());
}

template <class P>
constexpr void try_places(json_policy_trial<P>& t) {
  constexpr std::string_view document = R"( [1, {"a" : "x"},"y\n",[ ]])";
  constexpr std::size_t places[] = {1, 2, 5, 12, 17, 23};
  t.trying = document;
  std::size_t n = 0, known = 0;
  auto const look = [&](auto& v) {
    if (n < 6 && v.offset() == places[n]) ++known;
    else t.report[json_rule::places].check(v.offset() == 0, document, "a wrong offset");
    ++n;
  };
  // `trying`: the literal may be at another place for a lambda that another object file brought.
  auto const view = [&](std::string_view text) {
    t.report[json_rule::views].check(!P::views_input || lies_within(t.trying, text), document,
                                     "a text of its own");
  };
  static_cast<void>(t.visit(t.trying, [&](auto& root) {
    look(root);
    static_cast<void>(root.for_each_element([&](auto& each) {
      look(each);
      if (each.kind() == json::kind::object)
        static_cast<void>(each.for_each_member([&](json::text name, auto& member) {
          view(name.chars);
          look(member);
          view(member.string().chars);
          return true;
        }));
      else if (each.kind() == json::kind::string) view(each.string().chars);
      else if (each.kind() == json::kind::array) view(each.raw());
      return true;
    }));
  }));
  t.report[json_rule::places].check(n == 6, document, "another number of values");
  auto const error = t.visit("[1,\n2,}", typename json_policy_trial<P>::leave{}).error;
  t.report.says_offsets = known == 6 && error && error->offset == 6;
}

class json_brackets {
 public:
  static constexpr std::size_t deepest = 4096;

  constexpr void nest(std::size_t n) noexcept {
    size_ = 2 * n;
    for (std::size_t at = 0; at != n; ++at) {
      chars_[at] = '[';
      chars_[n + at] = ']';
    }
  }
  [[nodiscard]] constexpr std::string_view view() const noexcept { return {chars_, size_}; }

 private:
  std::size_t size_ = 0;
  char chars_[2 * deepest] = {};
};

/// Whether a nested document is accepted. An error must be `too_deep`.
template <class P>
constexpr bool try_nested(json_policy_trial<P>& t, std::string_view document) {
  auto const error = t.visit(document, typename json_policy_trial<P>::leave{}).error;
  t.report[json_rule::depth].check(!error || error->code == errc::too_deep, t.trying,
                                   "refused with another code");
  return !error;
}

/// What a server must not be able to do: make the stack overflow.
template <class P>
void try_stack(json_policy_trial<P>& t) {
  std::size_t const levels = 100'000;
  std::string objects;
  for (std::size_t n = 0; n != levels; ++n) objects += "{\"a\":";
  static_cast<void>(try_nested(t, std::string(levels, '[') + std::string(levels, ']')));
  static_cast<void>(try_nested(t, objects + "1" + std::string(levels, '}')));
  bool const error = t.visit(objects, typename json_policy_trial<P>::leave{}).error.has_value();
  t.report[json_rule::depth].check(error, t.trying, "accepted without its end");
}

template <class P>
constexpr void try_depth(json_policy_trial<P>& t) {
  t.trying = "[[[[...]]]]";
  json_brackets document;
  std::size_t& depth = t.report.depth;
  t.report.deepest_tried = std::is_constant_evaluated() ? 1024 : document.deepest;
  std::size_t refused = t.report.deepest_tried + 1;
  while (refused - depth > 1) {
    std::size_t const middle = depth + (refused - depth) / 2;
    document.nest(middle);
    if (try_nested(t, document.view())) depth = middle;
    else refused = middle;
  }
  // An answer has three levels, metadata more.
  t.report[json_rule::depth].check(depth >= 16, t.trying, "refused at less than 16");
  if (!std::is_constant_evaluated()) try_stack(t);
}

}  // namespace medusa::inline v0::testing::detail
