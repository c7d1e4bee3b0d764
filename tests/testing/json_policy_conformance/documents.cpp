// SPDX-License-Identifier: MIT
#include <medusa/testing/json_policy_conformance/documents.hpp>

#include <set>
#include <string_view>

#include <doctest/doctest.h>
#include <medusa/json/validate.hpp>

namespace {

namespace kit = medusa::testing::detail;

TEST_CASE("testing/json_policy_conformance/documents: no document stands in two tables") {
  std::set<std::string_view> seen;
  auto const once = [&](std::string_view document, bool good) {
    CAPTURE(document);
    CHECK(seen.insert(document).second);
    CHECK(medusa::json::validate(document).has_value() != good);
  };
  auto const accepted = [&](auto const& table) {
    for (auto const& each : table) once(each.text, true);
  };
  auto const refused = [&](auto const& table) {
    for (std::string_view const each : table) once(each, false);
  };
  accepted(kit::json_grammar);
  accepted(kit::json_escapes);
  accepted(kit::json_nul);
  accepted(kit::json_utf8);
  accepted(kit::json_whole);
  accepted(kit::json_not_whole);
  accepted(kit::json_beyond_double);
  accepted(kit::json_members);
  refused(kit::json_no_grammar);
  refused(kit::json_not_one);
  refused(kit::json_no_escapes);
  refused(kit::json_no_utf8);
  refused(kit::json_control_characters);
  refused(kit::json_no_numbers);
  CHECK(seen.size() > 280);
}

}  // namespace
