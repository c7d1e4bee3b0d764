// SPDX-License-Identifier: MIT
#include <medusa/model/api_error.hpp>

#include <medusa/model/fixed.hpp>

#include <doctest/doctest.h>

#include <string_view>

using medusa::error_code;
using medusa::error_type;
using medusa::from_string;
using medusa::to_string;

namespace {

// The values of MedusaErrorTypes and MedusaErrorCodes in Medusa 1.20, and what its error handler
// adds.
constexpr bool test_types() {
  return to_string(error_type::database_error) == "database_error" &&
         to_string(error_type::duplicate_error) == "duplicate_error" &&
         to_string(error_type::invalid_argument) == "invalid_argument" &&
         to_string(error_type::invalid_data) == "invalid_data" &&
         to_string(error_type::unauthorized) == "unauthorized" &&
         to_string(error_type::not_found) == "not_found" &&
         to_string(error_type::not_allowed) == "not_allowed" &&
         to_string(error_type::unexpected_state) == "unexpected_state" &&
         to_string(error_type::conflict) == "conflict" &&
         to_string(error_type::unknown_error) == "unknown_error" &&
         to_string(error_type::payment_authorization_error) == "payment_authorization_error" &&
         from_string<error_type>("not_found") == error_type::not_found &&
         !from_string<error_type>("new_error");
}
TEST_CASE("the types of the server's errors") { CHECK(test_types()); }
static_assert(test_types());

constexpr bool test_codes() {
  return to_string(error_code::insufficient_inventory) == "insufficient_inventory" &&
         to_string(error_code::cart_incompatible_state) == "cart_incompatible_state" &&
         to_string(error_code::unknown_modules) == "unknown_modules" &&
         to_string(error_code::invalid_request_error) == "invalid_request_error" &&
         to_string(error_code::api_error) == "api_error" &&
         to_string(error_code::invalid_state_error) == "invalid_state_error" &&
         to_string(error_code::unknown_error) == "unknown_error" &&
         from_string<error_code>("api_error") == error_code::api_error &&
         !from_string<error_code>("");
}
TEST_CASE("the codes of the server's errors") { CHECK(test_codes()); }
static_assert(test_codes());

constexpr bool test_empty() {
  medusa::basic_api_error<medusa::fixed<8, 1>> const error;
  return error.type.empty() && error.code.empty() && error.message.empty() &&
         !error.message_dropped;
}
TEST_CASE("all of an error may be missing") { CHECK(test_empty()); }
static_assert(test_empty());

}  // namespace
