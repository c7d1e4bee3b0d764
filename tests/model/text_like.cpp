// SPDX-License-Identifier: MIT
#include <medusa/model/text_like.hpp>

#include <cstdint>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <medusa/core/static_string.hpp>
#include <medusa/model/role.hpp>
#include <medusa/model/timestamp.hpp>

namespace {

using medusa::detail::text_like;

static_assert(text_like<std::string> && text_like<std::string_view> &&
              text_like<medusa::static_string<4>>);
static_assert(text_like<medusa::basic_secret<std::string>>);
static_assert(text_like<medusa::open_enum<medusa::admin::role, std::string_view>>);
static_assert(!text_like<medusa::timestamp> && !text_like<bool> && !text_like<std::uint64_t>);
static_assert(!text_like<medusa::json::basic_raw<std::string>>);  // a value of any kind, no text
static_assert(medusa::detail::is_raw<medusa::json::basic_raw<std::string>>);

constexpr bool test_text_of() {
  medusa::open_enum<medusa::admin::role, std::string_view> role;
  medusa::detail::text_of(role) = "member";
  std::string_view plain;
  medusa::detail::text_of(plain) = "x";
  return role == medusa::admin::role::member && plain == "x";
}
TEST_CASE("the text of what is read as one") { CHECK(test_text_of()); }
static_assert(test_text_of());

}  // namespace
