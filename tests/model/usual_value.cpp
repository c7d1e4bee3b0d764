// SPDX-License-Identifier: MIT
#include <medusa/model/usual_value.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

#include <doctest/doctest.h>

#include <medusa/core/secret.hpp>
#include <medusa/core/static_string.hpp>
#include <medusa/json/raw.hpp>
#include <medusa/json/scanner.hpp>
#include <medusa/model/role.hpp>

namespace {

using medusa::field;
using medusa::static_string;
using medusa::timestamp;
using medusa::detail::usual_value;
using scanned = medusa::json::scanner::value;

using outcome = usual_value::outcome;

/// What becomes of `out`, when it was taken and the document was passed then.
template <class T>
constexpr std::optional<T> read(std::string_view document) {
  T out{};
  outcome found{};
  auto const bad = medusa::json::scanner::visit(
      document, [&](scanned& v) { found = usual_value::read(v, out); });
  return found == outcome::taken && !bad ? std::optional<T>(out) : std::nullopt;
}
template <class T>
constexpr outcome outcome_of(std::string_view document) {
  T out{};
  outcome found{};
  static_cast<void>(medusa::json::scanner::visit(
      document, [&](scanned& v) { found = usual_value::read(v, out); }));
  return found;
}
template <class T>
constexpr bool left(std::string_view document) {
  return outcome_of<T>(document) == outcome::other;
}

constexpr bool test_texts() {
  using view = std::string_view;
  return read<view>(R"("Ada")") == "Ada" && read<view>(R"("")") == "" &&
         read<static_string<4>>(R"("1234")") == "1234" &&
         outcome_of<static_string<4>>(R"("12345")") == outcome::too_long &&
         outcome_of<field<static_string<4>>>(R"("12345")") == outcome::too_long &&
         left<static_string<4>>(R"("1234\n")") &&
         read<medusa::basic_secret<view>>(R"("key")")->reveal() == "key" &&
         read<medusa::open_enum<medusa::admin::role, view>>(R"("admin")") ==
             medusa::admin::role::admin &&
         left<view>(R"("\n")") && left<view>("\"\u00e9\"") && left<view>("null") &&
         left<view>("1") && left<view>("\"\n\"") && left<view>(R"("Ada)");
}
TEST_CASE("a text of plain characters is taken, others are left") { CHECK(test_texts()); }
static_assert(test_texts());

constexpr bool test_fields() {
  using text = field<std::string_view>;
  return read<text>(R"("Ada")") == "Ada" && read<text>("null")->is_null() &&
         read<field<timestamp>>("null")->is_null() &&
         read<field<medusa::json::raw_view>>("null")->is_null() && !read<text>("nul") &&
         left<text>(R"("\n")") && left<field<medusa::json::raw_view>>("{}");
}
TEST_CASE("null is taken by what may be null") { CHECK(test_fields()); }
static_assert(test_fields());

TEST_CASE("a date of the server's form is taken") {
  CHECK(read<timestamp>(R"("2026-11-23T06:56:10.386Z")")->text() == "2026-11-23T06:56:10.386Z");
  CHECK(read<field<timestamp>>(R"("2024-02-29T23:59:60.000Z")")->has_value());
  CHECK(left<timestamp>(R"("2026-02-29T06:56:10.386Z")"));
  CHECK(left<timestamp>(R"("2026-11-23T06:56:10Z")"));
  CHECK(left<timestamp>(R"("2026-11-23T06:56:10.386Z)"));
  CHECK(left<timestamp>("null"));
}

static_assert(left<bool>("true") && left<std::uint64_t>("1"));

}  // namespace
