// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "rule.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// medusa/testing/transport_conformance/report.hpp

namespace medusa::inline v0::testing {

/// What a transport was found to do. As a bool: whether every MUST has passed.
struct transport_report {
  /// How one rule was kept.
  struct finding {
    std::size_t checks = 0;
    std::size_t failures = 0;  ///< of these checks
    std::string first{};       ///< the first that failed, in words

    /// A rule without a check does not apply, such as one about headers to responses without them.
    [[nodiscard]] bool passed() const noexcept { return failures == 0; }
    void check(bool good, std::string_view otherwise) {
      ++checks;
      if (!good && failures++ == 0) first = otherwise;
    }
  };

  std::array<finding, transport_rule_count> findings{};
  std::int64_t overrun_ms = 0;   ///< how long after its time limit a call gave up
  std::int64_t reaction_ms = 0;  ///< how long after it was cancelled a call gave up

  [[nodiscard]] finding& operator[](transport_rule rule) noexcept {
    return findings[static_cast<std::size_t>(rule)];
  }
  [[nodiscard]] finding const& operator[](transport_rule rule) const noexcept {
    return findings[static_cast<std::size_t>(rule)];
  }
  [[nodiscard]] explicit operator bool() const noexcept {
    for (std::size_t n = 0; n != transport_rule_count; ++n)
      if (is_must(static_cast<transport_rule>(n)) && !findings[n].passed()) return false;
    return true;
  }
};

/// The report as a table: a line for each rule, and what was measured.
[[nodiscard]] inline std::string to_string(transport_report const& report) {
  std::string out;
  auto const line = [&](std::string_view first, std::string_view second, std::string_view third) {
    (out += first).append(std::max<std::size_t>(first.size() + 1, 8) - first.size(), ' ');
    (out += second).append(56 - second.size(), ' ');
    (out += third) += '\n';
  };
  for (std::size_t n = 0; n != transport_rule_count; ++n) {
    auto const rule = static_cast<transport_rule>(n);
    auto const& each = report.findings[n];
    if (each.checks == 0) line("-", to_string(rule), "does not apply");
    else if (each.passed()) line("passed", to_string(rule), std::to_string(each.checks));
    else line(is_must(rule) ? "FAILED" : "should", to_string(rule), each.first);
  }
  line("ms", "from the time limit to giving up", std::to_string(report.overrun_ms));
  line("ms", "from cancel to giving up", std::to_string(report.reaction_ms));
  return out;
}

}  // namespace medusa::inline v0::testing
