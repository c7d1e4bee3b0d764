// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace medusa::inline v0::testing {

/// The rules of `json::reader` that can be tried out, in the order in which they are reported.
enum class json_rule : std::uint8_t {
  grammar_accepted,
  grammar_refused,
  one_document,
  escapes_accepted,
  escapes_refused,
  utf8_accepted,
  utf8_refused,
  control_characters,
  numbers_accepted,
  numbers_refused,
  whole_numbers,
  members_in_order,
  raw_text,
  skipped_values,
  early_stop,
  nested_visits,
  depth,
  places,
  views,
  no_exceptions,
};
/// How many values `json_rule` has.
inline constexpr std::size_t json_rule_count =
    static_cast<std::size_t>(json_rule::no_exceptions) + 1;

[[nodiscard]] constexpr std::string_view to_string(json_rule rule) noexcept {
  switch (rule) {
    case json_rule::grammar_accepted: return "RFC 8259: what is JSON is accepted";
    case json_rule::grammar_refused: return "RFC 8259: what is not is refused";
    case json_rule::one_document: return "exactly one value, no byte order mark, no NUL";
    case json_rule::escapes_accepted: return "escapes are decoded";
    case json_rule::escapes_refused: return "escapes of no character are refused";
    case json_rule::utf8_accepted: return "UTF-8 is accepted";
    case json_rule::utf8_refused: return "what is not UTF-8 is malformed_utf8";
    case json_rule::control_characters: return "control characters in strings are refused";
    case json_rule::numbers_accepted: return "numbers that are not whole, or too large";
    case json_rule::numbers_refused: return "what is no number is refused";
    case json_rule::whole_numbers: return "whole numbers are exact";
    case json_rule::members_in_order: return "all members, in order, equal names too";
    case json_rule::raw_text: return "raw() gives the value";
    case json_rule::skipped_values: return "values that nobody asks for are checked";
    case json_rule::early_stop: return "false from a callback ends all loops";
    case json_rule::nested_visits: return "a visit inside a visit";
    case json_rule::depth: return "deep nesting is too_deep, or accepted";
    case json_rule::places: return "offsets are right, or 0";
    case json_rule::views: return "with views_input, texts lie in the document";
    case json_rule::no_exceptions: return "nothing is thrown";
  }
  return "unknown";
}

/// What a JSON policy was found to do. The report is good when every rule has passed; the limits
/// are the policy's own affair.
struct json_policy_report {
  // All begins at zero: g++ 12 forgets other initialisers of an array's elements in constant
  // evaluation.
  /// How one rule was kept.
  struct finding {
    std::size_t checks = 0;
    std::size_t failures = 0;          ///< of these checks
    std::string_view first_failing{};  ///< document
    std::string_view what_happened{};  ///< to it

    [[nodiscard]] constexpr bool passed() const noexcept { return failures == 0; }
    constexpr void check(bool good, std::string_view document,
                         std::string_view otherwise) noexcept {
      ++checks;
      if (good || failures++ != 0) return;
      first_failing = document;
      what_happened = otherwise;
    }
  };

  std::array<finding, json_rule_count> findings{};
  std::size_t depth = 0;               ///< arrays inside each other that are accepted
  std::size_t deepest_tried = 0;       ///< `depth` is this if there is no limit below it
  bool numbers_beyond_double = false;  ///< accepted: a number of 1e309 and more
  bool nul_in_strings = false;         ///< accepted: the escaped character U+0000
  bool says_offsets = false;           ///< values and errors know where they are

  [[nodiscard]] constexpr finding& operator[](json_rule rule) noexcept {
    return findings[static_cast<std::size_t>(rule)];
  }
  [[nodiscard]] constexpr finding const& operator[](json_rule rule) const noexcept {
    return findings[static_cast<std::size_t>(rule)];
  }
  [[nodiscard]] constexpr explicit operator bool() const noexcept {
    for (auto const& each : findings)
      if (!each.passed()) return false;
    return true;
  }
};

namespace detail {
/// At most 40 bytes, those that cannot be shown as `\xNN`.
inline void append_shown(std::string& out, std::string_view document) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (char const c : document.substr(0, 40)) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F) out += c;
    else (out += "\\x") += {digits[byte / 16], digits[byte % 16]};
  }
  if (document.size() > 40) out += "...";
}
}  // namespace detail

/// The report as a table, a line for each rule and each limit.
[[nodiscard]] inline std::string to_string(json_policy_report const& report) {
  std::string out;
  auto const line = [&](std::string_view first, std::string_view second) {
    (out += first).append(std::max<std::size_t>(first.size() + 1, 8) - first.size(), ' ');
    (out += second).append(48 - second.size(), ' ');
  };
  for (std::size_t n = 0; n != json_rule_count; ++n) {
    auto const& each = report.findings[n];
    line(each.passed() ? "passed" : "FAILED", to_string(static_cast<json_rule>(n)));
    if (each.passed()) {
      out += std::to_string(each.checks);
    } else {
      (out += each.what_happened) += ": ";
      detail::append_shown(out, each.first_failing);
    }
    out += '\n';
  }
  auto const yes_or_no = [](bool yes) { return yes ? "yes\n" : "no\n"; };
  line("limit", "arrays and objects inside each other");
  out +=
      std::to_string(report.depth) + (report.depth == report.deepest_tried ? " or more\n" : "\n");
  line("limit", "numbers beyond the range of double");
  out += yes_or_no(report.numbers_beyond_double);
  line("limit", "NUL in strings");
  out += yes_or_no(report.nul_in_strings);
  line("extra", "offsets of values and errors");
  out += yes_or_no(report.says_offsets);
  return out;
}

}  // namespace medusa::inline v0::testing
