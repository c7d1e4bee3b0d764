// SPDX-License-Identifier: MIT
#include <medusa/core/errc.hpp>

#include <doctest/doctest.h>

#include <array>

using medusa::errc;
using medusa::stage;

namespace {

struct expectation {
  errc code;
  stage who;
};

/// Every code, in order.
constexpr std::array expectations = {
    expectation{errc::missing_value, stage::encode},
    expectation{errc::invalid_value, stage::encode},
    expectation{errc::invalid_id, stage::encode},
    expectation{errc::invalid_url, stage::encode},
    expectation{errc::invalid_header, stage::encode},
    expectation{errc::control_character, stage::encode},
    expectation{errc::invalid_utf8, stage::encode},
    expectation{errc::invalid_json, stage::encode},
    expectation{errc::publishable_key, stage::encode},
    expectation{errc::out_of_range, stage::encode},
    expectation{errc::too_long, stage::encode},
    expectation{errc::too_many_headers, stage::encode},
    expectation{errc::buffer_too_small, stage::encode},
    expectation{errc::too_many_calls, stage::encode},
    expectation{errc::transport_failed, stage::transport},
    expectation{errc::response_too_large, stage::transport},
    expectation{errc::redirected, stage::status},
    expectation{errc::bad_request, stage::status},
    expectation{errc::unauthorized, stage::status},
    expectation{errc::forbidden, stage::status},
    expectation{errc::not_found, stage::status},
    expectation{errc::conflict, stage::status},
    expectation{errc::payload_too_large, stage::status},
    expectation{errc::unprocessable, stage::status},
    expectation{errc::too_many_requests, stage::status},
    expectation{errc::server_error, stage::status},
    expectation{errc::unavailable, stage::status},
    expectation{errc::reset_token_rejected, stage::status},
    expectation{errc::unexpected_status, stage::status},
    expectation{errc::empty_body, stage::decode},
    expectation{errc::malformed_json, stage::decode},
    expectation{errc::malformed_utf8, stage::decode},
    expectation{errc::too_deep, stage::decode},
    expectation{errc::wrong_type, stage::decode},
    expectation{errc::missing_member, stage::decode},
    expectation{errc::text_too_long, stage::decode},
    expectation{errc::too_many_items, stage::decode},
    expectation{errc::escaped_text, stage::decode},
    expectation{errc::missing_cookie, stage::decode},
    expectation{errc::cancelled, stage::cancelled},
    expectation{errc::deadline_exceeded, stage::deadline},
    expectation{errc::timed_out, stage::deadline},
};

constexpr bool test_every_code_has_a_stage() {
  for (expectation const& each : expectations)
    if (stage_of(each.code) != each.who) return false;
  return true;
}

/// A code added to the enumeration and not to the list above is noticed here: the codes are the
/// numbers from 1 on, and the next one has no phrase.
constexpr bool test_the_list_is_complete() {
  std::size_t number = 0;
  for (expectation const& each : expectations)
    if (static_cast<std::size_t>(each.code) != ++number) return false;
  return to_string(static_cast<errc>(number + 1)) == "unknown error";
}

constexpr bool test_every_code_has_a_phrase_of_its_own() {
  for (expectation const& a : expectations) {
    std::string_view const phrase = to_string(a.code);
    if (phrase.empty() || phrase == "unknown error") return false;
    for (expectation const& b : expectations)
      if (a.code != b.code && phrase == to_string(b.code)) return false;
  }
  return true;
}

constexpr bool test_numbers_that_are_no_code() {
  return to_string(errc{}) == "unknown error" && to_string(errc{255}) == "unknown error" &&
         to_string(stage{255}) == "unknown";
}

constexpr bool test_stages() {
  return to_string(stage::encode) == "encode" && to_string(stage::transport) == "transport" &&
         to_string(stage::status) == "status" && to_string(stage::decode) == "decode" &&
         to_string(stage::cancelled) == "cancelled" && to_string(stage::deadline) == "deadline";
}

}  // namespace

static_assert(test_every_code_has_a_stage());
static_assert(test_the_list_is_complete());
static_assert(test_every_code_has_a_phrase_of_its_own());
static_assert(test_numbers_that_are_no_code());
static_assert(test_stages());

TEST_CASE("every code tells who failed") { CHECK(test_every_code_has_a_stage()); }
TEST_CASE("the codes are the numbers from 1 on") { CHECK(test_the_list_is_complete()); }
TEST_CASE("every code has a phrase of its own") {
  CHECK(test_every_code_has_a_phrase_of_its_own());
}
TEST_CASE("zero and other numbers are no codes") { CHECK(test_numbers_that_are_no_code()); }
TEST_CASE("every stage has its name") { CHECK(test_stages()); }
