// SPDX-License-Identifier: MIT
#include <medusa/core/first_error.hpp>

#include <doctest/doctest.h>

#include <optional>

namespace {

using medusa::encode_error;
using medusa::errc;
using medusa::first_error;

constexpr bool test_the_first_error_stays() {
  first_error errors;
  if (errors.failed() || errors.found() || errors.error() != encode_error{}) return false;
  errors.note(std::nullopt, "a");
  errors.note(errc{}, "a");
  errors.refuse_control("text", "b");
  if (errors.failed() || errors.error() != encode_error{}) return false;
  if (errors.fail(errc::too_long, "c", 7)) return false;
  errors.fail(errc::invalid_id, "d");
  errors.note(errc::invalid_url, "e");
  errors.refuse_control("\n", "f");
  return errors.failed() &&
         errors.found() == encode_error{.code = errc::too_long, .field = "c", .needed = 7};
}
TEST_CASE("first_error: the first error stays") { CHECK(test_the_first_error_stays()); }
static_assert(test_the_first_error_stays());

constexpr bool test_each_way_to_fail() {
  first_error noted;
  noted.note(errc::invalid_url, "url");
  first_error found;
  found.note(std::optional(errc::invalid_id), "id");
  if (found.error() != encode_error{.code = errc::invalid_id, .field = "id"}) return false;
  first_error refused;
  refused.refuse_control("a\nb", "token");
  return noted.error() == encode_error{.code = errc::invalid_url, .field = "url"} &&
         refused.error() == encode_error{.code = errc::control_character, .field = "token"};
}
TEST_CASE("first_error: what is noted and what is refused") { CHECK(test_each_way_to_fail()); }
static_assert(test_each_way_to_fail());

}  // namespace
