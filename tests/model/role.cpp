// SPDX-License-Identifier: MIT
#include <medusa/model/role.hpp>

#include <doctest/doctest.h>

using medusa::from_string;
using medusa::to_string;
using medusa::admin::role;

namespace {

constexpr bool test_role() {
  return to_string(role::admin) == "admin" && to_string(role::member) == "member" &&
         to_string(role::developer) == "developer" && from_string<role>("member") == role::member &&
         !from_string<role>("owner") && !from_string<role>("ADMIN") &&
         medusa::enum_texts<role>.size() == 3;
}
TEST_CASE("the server's roles") { CHECK(test_role()); }
static_assert(test_role());

}  // namespace
