// SPDX-License-Identifier: MIT
#include <medusa/json/raw.hpp>

#include <concepts>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <medusa/core/static_string.hpp>

namespace {

using medusa::static_string;
using medusa::json::basic_raw;
using medusa::json::raw_view;

constexpr bool test_views() {
  raw_view const nothing;
  raw_view const number("1");
  return nothing.empty() && nothing.view().empty() && !number.empty() && number.view() == "1";
}
TEST_CASE("json/raw: keeps text") { CHECK(test_views()); }
static_assert(test_views());

constexpr bool test_filled_by_a_decoder() {
  basic_raw<static_string<8>> raw;
  return raw.storage().assign("[1,2]") && raw.view() == "[1,2]" && raw == raw_view("[1,2]") &&
         raw_view("[1,2]") == raw && raw != raw_view("[1, 2]") && raw != raw_view();
}
TEST_CASE("json/raw: is filled through its storage and compares by its bytes") {
  CHECK(test_filled_by_a_decoder());
}
static_assert(test_filled_by_a_decoder());

TEST_CASE("json/raw: owns a string") {
  basic_raw<std::string> const owned("{\"a\":1}");
  CHECK(owned == raw_view(R"({"a":1})"));
  CHECK(raw_view(owned.view()) == owned);
}

// Text is not taken for JSON by accident.
static_assert(!std::convertible_to<char const*, raw_view> &&
              !std::convertible_to<std::string_view, raw_view>);
static_assert(std::constructible_from<raw_view, char const*> &&
              std::constructible_from<raw_view, std::string const&>);
static_assert(!std::constructible_from<raw_view, int>);

}  // namespace
