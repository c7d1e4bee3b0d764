// SPDX-License-Identifier: MIT
#include <medusa/model/field.hpp>

#include <medusa/core/secret.hpp>
#include <medusa/core/static_string.hpp>
#include <medusa/model/role.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <support/hidden.hpp>

using medusa::field;

namespace {

using text = field<std::string_view>;

constexpr bool test_states() {
  text const absent;
  text const null = nullptr;
  text const value = "Ada";
  text const empty = "";
  return absent.is_absent() && !absent && !absent.is_null() && !absent.has_value() &&
         !absent.is_invalid() && null.is_null() && !null && !null.is_absent() &&
         !null.is_invalid() &&  //
         value && value.has_value() && !value.is_null() && !value.is_absent() && *value == "Ada" &&
         value->size() == 3 && empty.has_value() && empty->empty();
}
TEST_CASE("a field is absent, null or has a value") { CHECK(test_states()); }
static_assert(test_states());

constexpr bool test_null_pointer() {
  char const* const nothing = nullptr;
  char const* const some = "Ada";
  field<medusa::secret_view> const secret = support::hidden(nothing);
  return text(support::hidden(nothing)).is_invalid() && !text(nothing) &&
         !text(nothing).is_null() && !text(nothing).is_absent() && text(some) == "Ada" &&
         secret.is_invalid();
}
TEST_CASE("a null char const* is neither text nor null") { CHECK(test_null_pointer()); }
static_assert(test_null_pointer());

// 0 and NULL are numbers: no null.
static_assert(std::is_convertible_v<std::nullptr_t, text> && !std::is_convertible_v<int, text> &&
              !std::is_convertible_v<long, text> && !std::is_convertible_v<bool, text>);
static_assert(!std::is_constructible_v<text, decltype(NULL)> ||
              std::is_same_v<decltype(NULL), std::nullptr_t>);
static_assert(!std::is_convertible_v<text, std::string_view> && !std::is_convertible_v<text, bool>);
static_assert(std::is_nothrow_default_constructible_v<text> &&
              std::is_nothrow_default_constructible_v<field<std::string>>);

constexpr bool test_sources() {
  medusa::static_string<8> chars;
  static_cast<void>(chars.assign("Ada"));
  field<medusa::admin::role> const role = medusa::admin::role::developer;
  field<long> const number = 7;
  return text(chars) == "Ada" && text(std::string_view("Ada")) == "Ada" &&
         role == medusa::admin::role::developer && *number == 7;
}
TEST_CASE("a field takes whatever converts to its value") {
  CHECK(test_sources());
  std::string const name = "Ada";
  text const view = name;
  CHECK(view->data() == name.data());
  field<std::string> const own = "Ada";
  CHECK(own == name);
}
static_assert(test_sources());

constexpr bool test_change() {
  field<int> f = 3;
  *f = 4;
  bool const changed = f == 4;
  f = nullptr;
  bool const nulled = f.is_null();
  int& value = f.emplace();
  bool const fresh = f.has_value() && value == 0;
  value = 9;
  bool const fresh_again = f.emplace() == 0;
  f = field<int>();
  return changed && nulled && fresh && fresh_again && f.is_absent() && f.value_or(5) == 5 &&
         field<int>(6).value_or(5) == 6 && field<int>(nullptr).value_or(5) == 5;
}
TEST_CASE("a field can be changed, and made a fresh value to be filled") { CHECK(test_change()); }
static_assert(test_change());

constexpr bool test_comparison() {
  text const absent = support::hidden(text());
  text const null = nullptr;
  text const ada = support::hidden("Ada");
  return ada == "Ada" && "Ada" == ada && ada != "Grace" && !(ada == nullptr) && null == nullptr &&
         nullptr == null && absent != nullptr && absent == text() && null == text(nullptr) &&
         absent != null && ada != absent && ada == text("Ada") && ada != text("Grace") &&
         absent != "" && null != "" && text("") == "";
}
TEST_CASE("a field equals what its value equals") { CHECK(test_comparison()); }
static_assert(test_comparison());

TEST_CASE("a value can be moved out") {
  field<std::string> f = std::string(100, 'x');
  std::string const taken = *std::move(f);
  CHECK(taken.size() == 100);
  field<std::string> copy = taken;
  CHECK(copy->size() == 100);
  CHECK(copy.value_or("y") == taken);
}

}  // namespace
