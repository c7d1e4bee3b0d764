// SPDX-License-Identifier: MIT
#include <medusa/model/metadata_ref.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

#include <support/hidden.hpp>

using medusa::errc;
using medusa::metadata_ref;
using medusa::json::static_metadata;

namespace {

static_assert(!std::is_convertible_v<std::nullptr_t, metadata_ref> &&
              !std::is_constructible_v<metadata_ref, std::nullptr_t>);
static_assert(!std::is_convertible_v<int, metadata_ref>);

constexpr bool test_absent() {
  metadata_ref const absent;
  return absent.is_absent() && absent.text().empty() && !absent.error();
}
TEST_CASE("metadata is absent by default") { CHECK(test_absent()); }
static_assert(test_absent());

constexpr bool test_text() {
  metadata_ref const literal = R"({"a":1})";
  metadata_ref const view = std::string_view("{}");
  metadata_ref const raw = medusa::json::raw_view("[1]");
  metadata_ref const empty = "";
  return !literal.is_absent() && literal.text() == R"({"a":1})" && !literal.error() &&
         view.text() == "{}" && raw.text() == "[1]" && !raw.is_absent() && !empty.is_absent() &&
         empty.text().empty();
}
TEST_CASE("metadata is any text; it is checked when it is sent") {
  CHECK(test_text());
  std::string const text = R"({"b":2})";
  metadata_ref const ref = text;
  CHECK(ref.text().data() == text.data());
}
static_assert(test_text());

constexpr bool test_null_pointer() {
  char const* const nothing = support::hidden<char const*>(nullptr);
  char const* const some = "{}";
  return metadata_ref(nothing).error() == errc::invalid_value &&
         !metadata_ref(nothing).is_absent() && metadata_ref(some).text() == "{}";
}
TEST_CASE("a null char const* is no metadata") { CHECK(test_null_pointer()); }
static_assert(test_null_pointer());

constexpr bool test_builder() {
  static_metadata<32> good;
  good.set("a", 1).erase("b");
  static_metadata<4> full;
  full.set("a", "too long");
  static_metadata<8> const untouched;
  return metadata_ref(good).text() == R"({"a":1,"b":""})" && !metadata_ref(good).error() &&
         metadata_ref(full).error() == errc::too_long && metadata_ref(full).text().empty() &&
         !metadata_ref(full).is_absent() && metadata_ref(untouched).text() == "{}";
}
constexpr bool test_checked() {
  static_metadata<32> const builder;
  return metadata_ref(builder).is_checked() && !metadata_ref("{}").is_checked() &&
         !metadata_ref().is_checked() && !metadata_ref(medusa::json::raw_view("{}")).is_checked();
}
TEST_CASE("a builder has checked its metadata, others have not") { CHECK(test_checked()); }
static_assert(test_checked());

TEST_CASE("a builder's metadata, or its error") { CHECK(test_builder()); }
static_assert(test_builder());

}  // namespace
