// SPDX-License-Identifier: MIT
#include <medusa/operation/reset_password.hpp>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/operation/parse.hpp>

#include <doctest/doctest.h>

#include <operation/request.hpp>
#include <operation/sizes.hpp>

#include <array>
#include <cstddef>
#include <string_view>

using medusa::errc;
using medusa::admin::reset_password;

namespace {

constexpr bool test_request() {
  // Credentials stay at home.
  return writes(
             reset_password{.email = "js.apikey.7454256@example.com",
                            .token = "eyJ.e30.x",
                            .password = "pw-2"},
             "POST http://h:9000/admin/users/reset-password\n"
             "Accept: application/json\n"
             "Content-Type: application/json\n"
             "User-Agent: medusa-cpp\n"
             "\n"
             R"({"email":"js.apikey.7454256@example.com","token":"eyJ.e30.x","password":"pw-2"})",
             signed_in) &&
         posts(reset_password{.token = "t", .password = "p"}, R"({"token":"t","password":"p"})") &&
         posts(reset_password{.email = nullptr, .token = "t", .password = "p"},
               R"({"email":null,"token":"t","password":"p"})") &&
         posts(reset_password{.token = "t", .password = std::string_view("\0", 1)},
               R"({"token":"t","password":"\u0000"})");
}
TEST_CASE("reset_password: the request as the JavaScript client sends it") {
  CHECK(test_request());
}
static_assert(test_request());

constexpr bool test_refused() {
  char const* const nothing = nullptr;
  return refuses(reset_password{}, errc::missing_value, "token") &&
         refuses(reset_password{.token = "t"}, errc::missing_value, "password") &&
         refuses(reset_password{.password = "p"}, errc::missing_value, "token") &&
         refuses(reset_password{.email = nothing, .token = "t", .password = "p"},
                 errc::invalid_value, "email") &&
         refuses(reset_password{.token = "\xFF", .password = "p"}, errc::invalid_utf8, "token") &&
         refuses(reset_password{.token = "t", .password = "\xFF"}, errc::invalid_utf8,
                 "password") &&
         refuses_bad_text(
             [](std::string_view t) {
               return reset_password{.email = t, .token = "t", .password = "p"};
             },
             "email");
}
TEST_CASE("reset_password: values that cannot be sent") { CHECK(test_refused()); }
static_assert(test_refused());

constexpr bool test_rejected() {
  return reset_password::rejected(errc::server_error, 500) == errc::reset_token_rejected &&
         reset_password::rejected(errc::server_error, 502) == errc::server_error &&
         reset_password::rejected(errc::unavailable, 503) == errc::unavailable &&
         reset_password::rejected(errc::bad_request, 400) == errc::bad_request &&
         reset_password::rejected(errc::unauthorized, 401) == errc::unauthorized;
}
TEST_CASE("reset_password: a 500, and no other refusal, is a token that was rejected") {
  CHECK(test_rejected());
}
static_assert(test_rejected());

static_assert(reset_password::info.method == medusa::method::post &&
              !reset_password::info.authenticated && !reset_password::info.repeatable &&
              reset_password::info.envelope == "user");

constexpr bool test_no_credentials() {
  constexpr std::array<medusa::header, 4> headers{
      medusa::header{"authorization", "Bearer a"}, medusa::header{"Cookie", "connect.sid=b"},
      medusa::header{"X-Medusa-Access-Token", "c"}, medusa::header{"X-Tenant", "seven"}};
  test_options options = signed_in;
  options.headers = headers;
  options.publishable_api_key = "pk_1";
  for (medusa::credentials const& each :
       {medusa::credentials(medusa::api_token{"t"}), medusa::credentials(medusa::bearer{"j"}),
        medusa::credentials(medusa::session_cookie{"s"}), medusa::credentials()}) {
    options.credentials = each;
    if (!writes(reset_password{.token = "t", .password = "p"},
                "POST http://h:9000/admin/users/reset-password\nAccept: "
                "application/json\nContent-Type: application/json\n"
                "x-publishable-api-key: pk_1\nUser-Agent: medusa-cpp\nX-Tenant: seven\n\n"
                R"({"token":"t","password":"p"})",
                options))
      return false;
  }
  return true;
}
TEST_CASE("reset_password: the client's credentials stay at home") { CHECK(test_no_credentials()); }
static_assert(test_no_credentials());

constexpr reset_password complete{.email = "ada@example.com", .token = "h.p.s", .password = "pw-2"};

constexpr bool test_sizes() {
  constexpr std::size_t whole =
      std::string_view(R"({"email":"ada@example.com","token":"h.p.s","password":"pw-2"})").size();
  return body_ends_with(complete, "password") &&
         refuses(complete, errc::too_long, "email", whole, signed_in_with({.request_body = 20})) &&
         refuses(complete, errc::too_long, "token", whole, signed_in_with({.request_body = 42})) &&
         fits_exactly(complete, 0);
}
TEST_CASE("reset_password: too long, and too large for its buffer") { CHECK(test_sizes()); }
static_assert(test_sizes());

template <class S>
constexpr bool fails(int status, std::string_view body, errc code) {
  auto const user = medusa::parse<S>(complete, medusa::response_view(status, body));
  return !user && user.error().code == code && user.error().status == status;
}

template <class S>
constexpr bool test_answers() {
  constexpr std::string_view unknown =
      R"({"code":"unknown_error","type":"unknown_error","message":"An unknown error occurred."})";
  auto const user = medusa::parse<S>(
      complete, medusa::response_view(200, R"({"user":{"id":"usr_1","email":"a@b.c"}})"));
  auto const used = medusa::parse<S>(complete, medusa::response_view(500, unknown));
  return user && user->id == "usr_1" && !used && used.error().code == errc::reset_token_rejected &&
         used.error().status == 500 &&
         used.error().server.type == medusa::error_type::unknown_error &&
         used.error().server.code == medusa::error_code::unknown_error &&
         fails<S>(500, "", errc::reset_token_rejected) &&
         fails<S>(501, unknown, errc::server_error) && fails<S>(503, "", errc::unavailable) &&
         fails<S>(400, R"({"type":"invalid_data","message":"invalid token"})", errc::bad_request) &&
         fails<S>(401, "Invalid or expired password reset token", errc::unauthorized) &&
         fails<S>(200, "", errc::empty_body) && fails<S>(204, "", errc::empty_body);
}
TEST_CASE("reset_password: the answer") {
  CHECK(test_answers<medusa::fixed<32, 1>>());
  CHECK(test_answers<medusa::borrowed<1>>());
  CHECK(test_answers<medusa::hosted>());
}
static_assert(test_answers<medusa::fixed<32, 1>>() && test_answers<medusa::borrowed<1>>());

}  // namespace
