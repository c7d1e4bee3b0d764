// SPDX-License-Identifier: MIT
#include <medusa/testing/recorder/secret_name.hpp>

#include <doctest/doctest.h>

namespace {

using medusa::testing::is_secret_name;

constexpr bool test_names_of_secrets() {
  return is_secret_name("password") && is_secret_name("password_hash") && is_secret_name("token") &&
         is_secret_name("api_token") && is_secret_name("access_token") &&
         is_secret_name("Api_Token") && is_secret_name("cookie") && is_secret_name("set-cookie") &&
         is_secret_name("authorization") && is_secret_name("x-medusa-access-token");
}
constexpr bool test_names_of_no_secrets() {
  return !is_secret_name("") && !is_secret_name("email") && !is_secret_name("passwor") &&
         !is_secret_name("tokens") && !is_secret_name("x-publishable-api-key");
}

}  // namespace

TEST_CASE("secret_name: secrets") { CHECK(test_names_of_secrets()); }
static_assert(test_names_of_secrets());
TEST_CASE("secret_name: no secrets") { CHECK(test_names_of_no_secrets()); }
static_assert(test_names_of_no_secrets());
