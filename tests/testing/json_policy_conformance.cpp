// SPDX-License-Identifier: MIT
#include <medusa/testing/json_policy_conformance.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <doctest/doctest.h>
#include <medusa/core/errc.hpp>
#include <medusa/json/scanner.hpp>

namespace {

using medusa::errc;
using medusa::testing::json_policy_conformance;
using medusa::testing::json_policy_conforms;
using medusa::testing::json_policy_report;
using medusa::testing::json_rule;
namespace json = medusa::json;

static_assert(json_policy_conforms<json::scanner>());
static_assert(json_policy_conforms<json::basic_scanner<16>>());

TEST_CASE("testing/json_policy_conformance: json::scanner passes") {
  auto const report = json_policy_conformance<json::scanner>();
  INFO(to_string(report));
  CHECK(report);
  CHECK(report.depth == 512);
  CHECK(report.numbers_beyond_double);
  CHECK(report.nul_in_strings);
  CHECK(report.says_offsets);
  for (auto const& each : report.findings) CHECK(each.checks != 0);
  CHECK(json_policy_conformance<json::basic_scanner<100>>().depth == 100);
  CHECK(json_policy_conformance<json::basic_scanner<5000>>().depth == 4096);
}

/// json::scanner, as it is. The faults below each replace a part.
struct no_fault {
  static constexpr bool views_input = true;
  static std::string document(std::string_view d) { return std::string(d); }
  static std::optional<json::error> error(std::optional<json::error> e) { return e; }
  static std::optional<std::int64_t> integer(std::string_view number) {
    std::optional<std::int64_t> n;
    static_cast<void>(
        json::scanner::visit(number, [&](json::scanner::value& v) { n = v.integer(); }));
    return n;
  }
  static json::text string(json::text t) { return t; }
  static std::string_view raw(std::string_view chars) { return chars; }
  static std::size_t offset(std::size_t at) { return at; }
  static bool leaves_out(json::text) { return false; }
  static bool answer(bool all) { return all; }
  static bool go_on(bool wanted) { return wanted; }
  static constexpr bool copies = false;
};

template <class Fault>
struct policy {
  static constexpr bool views_input = Fault::views_input;

  class value {
   public:
    explicit value(json::scanner::value& v) : v_(&v) {}
    json::kind kind() const { return v_->kind(); }
    bool boolean() { return v_->boolean(); }
    std::optional<std::int64_t> integer() { return Fault::integer(v_->raw()); }
    json::text string() { return Fault::string(v_->string()); }
    std::string_view raw() { return Fault::raw(v_->raw()); }
    std::size_t offset() const { return Fault::offset(v_->offset()); }
    template <class F>
    bool for_each_member(F&& f) {
      return Fault::answer(v_->for_each_member([&](json::text name, json::scanner::value& v) {
        value member(v);
        return Fault::leaves_out(name) || Fault::go_on(f(Fault::string(name), member));
      }));
    }
    template <class F>
    bool for_each_element(F&& f) {
      return Fault::answer(v_->for_each_element([&](json::scanner::value& v) {
        value element(v);
        return Fault::go_on(f(element));
      }));
    }

   private:
    json::scanner::value* v_;
  };

  template <class F>
  static std::optional<json::error> visit(std::string_view document, F&& f) {
    std::string const changed = Fault::document(document);
    bool const same = !Fault::copies && changed == document;
    return Fault::error(json::scanner::visit(same ? document : std::string_view(changed),
                                             [&](json::scanner::value& v) {
                                               value root(v);
                                               f(root);
                                             }));
  }
};

/// What fails, as numbers of rules.
template <class Fault>
std::string failing() {
  auto const report = json_policy_conformance<policy<Fault>>();
  std::string rules;
  for (std::size_t n = 0; n != report.findings.size(); ++n)
    if (!report.findings[n].passed()) (rules += to_string(static_cast<json_rule>(n))) += "; ";
  CHECK(static_cast<bool>(report) == rules.empty());
  return rules;
}

template <class Fault>
bool fails(json_rule rule) {
  std::string const rules = failing<Fault>();
  CAPTURE(rules);
  bool const found = rules.find(to_string(rule)) != std::string::npos;
  CHECK(found);
  return found;
}

TEST_CASE("testing/json_policy_conformance: the policy of the faults has none") {
  CHECK(failing<no_fault>() == "");
}

/// Takes one thing for another: `From` must stand in a document for it to happen.
std::string replaced(std::string_view document, std::string_view from, std::string_view to) {
  std::string all(document);
  for (auto at = all.find(from); at != all.npos; at = all.find(from, at + to.size()))
    all.replace(at, from.size(), to);
  return all;
}

struct takes_trailing_comma : no_fault {
  static std::string document(std::string_view d) { return replaced(d, "1,]", "1]"); }
};
struct takes_no_tab : no_fault {
  static std::string document(std::string_view d) { return replaced(d, "{\t}", "{\v}"); }
};
struct skips_bom : no_fault {
  static std::string document(std::string_view d) {
    return std::string(d.starts_with("\xEF\xBB\xBF") ? d.substr(3) : d);
  }
};
struct ends_at_nul : no_fault {
  static std::string document(std::string_view d) { return std::string(d.substr(0, d.find('\0'))); }
};
struct takes_two : no_fault {
  static std::string document(std::string_view d) { return d == "1 2" ? "1" : std::string(d); }
};
struct knows_no_slash : no_fault {
  static std::string document(std::string_view d) { return replaced(d, "\\/", "\\a"); }
};
struct takes_bell : no_fault {
  static std::string document(std::string_view d) { return replaced(d, "\\a", "a"); }
};
struct takes_lone_surrogate : no_fault {
  static std::string document(std::string_view d) { return replaced(d, "\"\\uDC00\"", "\"?\""); }
};
struct cuts_at_nul : no_fault {
  static json::text string(json::text t) {
    return {t.chars.substr(0, t.chars.find("\\u0000")), t.escaped};
  }
};
struct knows_no_plane_16 : no_fault {
  static std::string document(std::string_view d) { return replaced(d, "\xF4\x8F", "\xF4\xFF"); }
};
struct takes_latin_1 : no_fault {
  static std::string document(std::string_view d) { return replaced(d, "caf\xE9", "caf\xC3\xA9"); }
};
struct says_malformed_only : no_fault {
  static std::optional<json::error> error(std::optional<json::error> e) {
    if (e) e->code = errc::malformed_json;
    return e;
  }
};
struct takes_tab_in_text : no_fault {
  static std::string document(std::string_view d) { return replaced(d, "\"\t\"", "\" \""); }
};
struct rounds : no_fault {
  static std::optional<std::int64_t> integer(std::string_view number) {
    double const n = std::strtod(std::string(number).c_str(), nullptr);
    if (!(n >= -9e18 && n <= 9e18) || n != static_cast<double>(static_cast<std::int64_t>(n)))
      return no_fault::integer(number);
    return static_cast<std::int64_t>(n);
  }
};
struct knows_no_exponents : no_fault {
  static std::optional<std::int64_t> integer(std::string_view number) {
    if (number.find_first_of(".eE") != number.npos) return std::nullopt;
    return no_fault::integer(number);
  }
};
struct takes_leading_zero : no_fault {
  static std::string document(std::string_view d) { return replaced(d, "007", "7"); }
};
struct merges_names : no_fault {
  static bool leaves_out(json::text name) { return name.chars == "\\u0061"; }
};
struct cuts_raw : no_fault {
  static std::string_view raw(std::string_view chars) {
    return chars.substr(0, chars.size() - (chars.size() > 1));
  }
};
struct says_wrong_places : no_fault {
  static std::size_t offset(std::size_t at) { return at + 1; }
};
struct says_error_behind_end : no_fault {
  static std::optional<json::error> error(std::optional<json::error> e) {
    if (e) e->offset += 1000;
    return e;
  }
};
struct says_no_places : no_fault {
  static std::size_t offset(std::size_t) { return 0; }
};
struct reads_on : no_fault {
  static bool go_on(bool) { return true; }
};
struct says_all : no_fault {
  static bool answer(bool) { return true; }
};
struct copies_document : no_fault {
  static constexpr bool copies = true;
};
struct says_depth_is_malformed : no_fault {
  static std::optional<json::error> error(std::optional<json::error> e) {
    if (e && e->code == errc::too_deep) e->code = errc::malformed_json;
    return e;
  }
};
struct takes_six_levels : no_fault {
  static std::optional<json::error> error(std::optional<json::error> e) { return e; }
  static std::string document(std::string_view d) {
    return d.starts_with("[[[[[[") ? std::string(600, '[') : std::string(d);
  }
};
struct escapes_too_much : no_fault {  // says that decoded text is not
  static json::text string(json::text t) {
    return {t.chars.ends_with("\\\\") ? t.chars.substr(1) : t.chars, t.escaped};
  }
};

TEST_CASE("testing/json_policy_conformance: each fault is found") {
  using r = json_rule;
  CHECK(fails<takes_no_tab>(r::grammar_accepted));
  CHECK(fails<takes_trailing_comma>(r::grammar_refused));
  CHECK(fails<skips_bom>(r::one_document));
  CHECK(fails<ends_at_nul>(r::one_document));
  CHECK(fails<takes_two>(r::one_document));
  CHECK(fails<knows_no_slash>(r::escapes_accepted));
  CHECK(fails<cuts_at_nul>(r::escapes_accepted));
  CHECK(fails<escapes_too_much>(r::escapes_accepted));
  CHECK(fails<takes_bell>(r::escapes_refused));
  CHECK(fails<takes_lone_surrogate>(r::escapes_refused));
  CHECK(fails<knows_no_plane_16>(r::utf8_accepted));
  CHECK(fails<takes_latin_1>(r::utf8_refused));
  CHECK(fails<says_malformed_only>(r::utf8_refused));
  CHECK(fails<takes_tab_in_text>(r::control_characters));
  CHECK(fails<rounds>(r::numbers_accepted));
  CHECK(fails<rounds>(r::whole_numbers));
  CHECK(fails<knows_no_exponents>(r::whole_numbers));
  CHECK(fails<takes_leading_zero>(r::numbers_refused));
  CHECK(fails<merges_names>(r::members_in_order));
  CHECK(fails<cuts_raw>(r::raw_text));
  CHECK(fails<says_wrong_places>(r::places));
  CHECK(fails<says_error_behind_end>(r::places));
  CHECK(fails<reads_on>(r::early_stop));
  CHECK(fails<says_all>(r::early_stop));
  CHECK(fails<copies_document>(r::views));
  CHECK(fails<says_depth_is_malformed>(r::depth));
  CHECK(fails<takes_six_levels>(r::depth));
}

/// Checks nothing of what it was not asked for.
struct trusts : json::scanner {
  template <class F>
  static std::optional<json::error> visit(std::string_view document, F&& f) {
    bool looked = false;
    auto const error = json::scanner::visit(document, [&](value& root) {
      f(root);
      looked = root.kind() == json::kind::array ? false : true;
    });
    return !looked && document.starts_with("[0,") ? std::nullopt : error;
  }
};
/// Keeps where it is between visits.
struct remembers : json::scanner {
  static inline int under_way = 0;
  template <class F>
  static std::optional<json::error> visit(std::string_view document, F&& f) {
    ++under_way;
    auto error = json::scanner::visit(document, f);
    if (--under_way != 0) error = json::error{};
    return error;
  }
};
/// Calls back twice.
struct repeats : json::scanner {
  template <class F>
  static std::optional<json::error> visit(std::string_view document, F&& f) {
    static_cast<void>(json::scanner::visit(document, f));
    return json::scanner::visit(document, f);
  }
};

/// Refuses the first document that is read while another one is.
struct refuses_once : json::scanner {
  static inline int under_way = 0;
  static inline bool refused = false;
  template <class F>
  static std::optional<json::error> visit(std::string_view document, F&& f) {
    if (under_way != 0 && !std::exchange(refused, true)) return json::error{};
    ++under_way;
    auto const error = json::scanner::visit(document, f);
    --under_way;
    return error;
  }
};
/// Takes an array that does not end for one that does.
struct ends_arrays : json::scanner {
  template <class F>
  static std::optional<json::error> visit(std::string_view document, F&& f) {
    return document == "[1," || document == "[1,\n2,}" ? std::nullopt
                                                       : json::scanner::visit(document, f);
  }
};
/// Counts wrongly from the visit of another document on.
struct miscounts : no_fault {
  static inline bool disturbed = false;
  static std::string document(std::string_view d) {
    disturbed = d == "[1,";
    return std::string(d);
  }
  static std::optional<std::int64_t> integer(std::string_view number) {
    return disturbed ? 7 : no_fault::integer(number);
  }
};
struct leaves_out_b : no_fault {
  static bool leaves_out(json::text name) { return name == "b"; }
};

TEST_CASE("testing/json_policy_conformance: faults of visit()") {
  CHECK_FALSE(json_policy_conformance<trusts>()[json_rule::skipped_values].passed());
  CHECK_FALSE(json_policy_conformance<remembers>()[json_rule::nested_visits].passed());
  CHECK_FALSE(json_policy_conformance<refuses_once>()[json_rule::nested_visits].passed());
  auto const ends = json_policy_conformance<ends_arrays>();
  CHECK_FALSE(ends[json_rule::nested_visits].passed());
  CHECK_FALSE(ends.says_offsets);
  CHECK(fails<miscounts>(json_rule::nested_visits));
  CHECK(fails<leaves_out_b>(json_rule::skipped_values));
  CHECK_FALSE(json_policy_conformance<repeats>()[json_rule::grammar_accepted].passed());
}

#if defined(__cpp_exceptions)
struct throws : json::scanner {
  template <class F>
  static std::optional<json::error> visit(std::string_view document, F&& f) {
    if (document == "nul") throw 1;
    return json::scanner::visit(document, f);
  }
};
TEST_CASE("testing/json_policy_conformance: a policy that throws") {
  auto const report = json_policy_conformance<throws>();
  CHECK_FALSE(report[json_rule::no_exceptions].passed());
  CHECK(report[json_rule::no_exceptions].first_failing == "nul");
}
#endif

TEST_CASE("testing/json_policy_conformance: what is no fault") {
  auto const report = json_policy_conformance<policy<says_no_places>>();
  CHECK(report);
  CHECK_FALSE(report.says_offsets);
}

}  // namespace
