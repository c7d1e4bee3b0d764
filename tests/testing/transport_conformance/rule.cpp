// SPDX-License-Identifier: MIT
#include <medusa/testing/transport_conformance/rule.hpp>

#include <doctest/doctest.h>

using medusa::testing::transport_rule;
using medusa::testing::transport_rule_count;

namespace {
constexpr bool test_transport_rules_have_names() {
  for (std::size_t a = 0; a != transport_rule_count; ++a) {
    auto const name = to_string(static_cast<transport_rule>(a));
    if (name == "unknown" || name.size() > 55) return false;
    for (std::size_t b = 0; b != a; ++b)
      if (to_string(static_cast<transport_rule>(b)) == name) return false;
  }
  return to_string(static_cast<transport_rule>(transport_rule_count)) == "unknown";
}
static_assert(is_must(transport_rule::target) && !is_must(transport_rule::idle_close));
}  // namespace

TEST_CASE("each rule of transports has a name of its own") {
  CHECK(test_transport_rules_have_names());
  static_assert(test_transport_rules_have_names());
  CHECK(is_must(transport_rule::no_views));
  CHECK(!is_must(transport_rule::refused));
}
