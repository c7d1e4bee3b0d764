// SPDX-License-Identifier: MIT
// Names of one header that stood before those another one meant.
#include <medusa/ext/http1.hpp>  // medusa::ext::detail, medusa::ext::to_string
//
#include <medusa/ext/error_code.hpp>
#include <medusa/ext/text_of.hpp>

#include <doctest/doctest.h>

#include <medusa/model/role.hpp>

namespace {

constexpr bool test_a_role_after_http1() {
  return medusa::ext::text_of(medusa::admin::role::member) == "member";
}

}  // namespace

TEST_CASE("ext: the text of a role, after http1.hpp") { CHECK(test_a_role_after_http1()); }
static_assert(test_a_role_after_http1());

TEST_CASE("ext: an error code, after http1.hpp") {
  std::error_code const code = medusa::errc::not_found;
  CHECK((code == medusa::stage::status));
}
