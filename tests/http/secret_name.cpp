// SPDX-License-Identifier: MIT
#include <medusa/http/secret_name.hpp>

#include <doctest/doctest.h>

#include <support/hidden.hpp>

namespace {

using medusa::is_secret_name;
using medusa::is_secret_parameter;

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
constexpr bool test_parameters_with_secret_names() {
  return is_secret_parameter("token") && is_secret_parameter("pass%77ord") &&
         is_secret_parameter("user%5Btoken%5D") && is_secret_parameter("user[0][Api_Token]") &&
         is_secret_parameter("token[0]") && is_secret_parameter("%5btoken") &&
         is_secret_parameter("authori%7aation") && is_secret_parameter("authori%7Aation") &&
         is_secret_parameter("a_name_that_is_longer_than_any_of_a_secret[token]");
}
constexpr bool test_parameters_with_other_names() {
  return !is_secret_parameter("") && !is_secret_parameter("q") &&
         !is_secret_parameter(support::hidden(std::string_view("tokens%5B%5D"))) &&
         !is_secret_parameter(support::hidden(std::string_view("tok%65n%"))) &&
         !is_secret_parameter(support::hidden(std::string_view("token%2"))) &&
         !is_secret_parameter(support::hidden(std::string_view("%zztoken"))) &&
         !is_secret_parameter(
             support::hidden(std::string_view("a_name_that_is_longer_than_any_of_a_token"))) &&
         !is_secret_parameter("user.token") &&
         !is_secret_parameter(support::hidden(std::string_view("token%4z"))) &&
         !is_secret_parameter(support::hidden(std::string_view("token%?0")));
}

}  // namespace

TEST_CASE("secret_name: secrets") { CHECK(test_names_of_secrets()); }
static_assert(test_names_of_secrets());
TEST_CASE("secret_name: no secrets") { CHECK(test_names_of_no_secrets()); }
static_assert(test_names_of_no_secrets());
TEST_CASE("secret_name: parameters that are secret") { CHECK(test_parameters_with_secret_names()); }
static_assert(test_parameters_with_secret_names());
TEST_CASE("secret_name: parameters that are not") { CHECK(test_parameters_with_other_names()); }
static_assert(test_parameters_with_other_names());
