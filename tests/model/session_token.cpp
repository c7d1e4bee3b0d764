// SPDX-License-Identifier: MIT
#include <medusa/model/session_token.hpp>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>

#include <doctest/doctest.h>

#include <model/decode.hpp>

using medusa::basic_session_token;
using medusa::errc;

namespace {

template <class S>
constexpr bool test_token() {
  using token = basic_session_token<S>;
  token t;
  return decodes(t, R"({"access_token":"eyJ\u002e1"})") && t.access_token.reveal() == "eyJ.1" &&
         fails<token>("{}", errc::missing_member, "access_token", "{") &&
         fails<token>(R"({"access_token": null})", errc::wrong_type, "access_token", "null");
}
TEST_CASE("a token is kept in the storage of credentials, copied on every storage") {
  CHECK(test_token<medusa::fixed<1, 1>>());
  CHECK(test_token<medusa::borrowed<1>>());
  CHECK(test_token<medusa::hosted>());
}
static_assert(test_token<medusa::fixed<1, 1>>() && test_token<medusa::borrowed<1>>());

constexpr bool test_limit() {
  using exact = basic_session_token<medusa::basic_fixed<medusa::limits{.credential = 5}>>;
  using short_by_one = basic_session_token<medusa::basic_borrowed<medusa::limits{.credential = 4}>>;
  exact fits;
  return decodes(fits, R"({"access_token":"eyJ.1"})") &&
         fails<short_by_one>(R"({"access_token":"eyJ.1"})", errc::text_too_long, "access_token",
                             "\"eyJ", 5);
}
TEST_CASE("a token longer than `credential`") { CHECK(test_limit()); }
static_assert(test_limit());

}  // namespace
