// SPDX-License-Identifier: MIT
#include <medusa/operation/send_reset_password_token.hpp>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/operation/parse.hpp>

#include <doctest/doctest.h>

#include <operation/request.hpp>
#include <operation/sizes.hpp>

#include <array>
#include <string_view>

using medusa::errc;
using medusa::admin::send_reset_password_token;

namespace {

constexpr bool test_request() {
  return writes(send_reset_password_token{.email = "js.apikey.7454256@example.com"},
                "POST http://h:9000/admin/users/password-token\n"
                "Accept: application/json\n"
                "Content-Type: application/json\n"
                "User-Agent: medusa-cpp\n"
                "\n"
                R"({"email":"js.apikey.7454256@example.com"})",
                signed_in);
}
TEST_CASE("send_reset_password_token: the request, without the client's credentials") {
  CHECK(test_request());
}
static_assert(test_request());

constexpr bool test_refused() {
  return refuses(send_reset_password_token{}, errc::missing_value, "email") &&
         refuses_bad_text([](std::string_view t) { return send_reset_password_token{.email = t}; },
                          "email");
}
TEST_CASE("send_reset_password_token: values that cannot be sent") { CHECK(test_refused()); }
static_assert(test_refused());

static_assert(send_reset_password_token::info.method == medusa::method::post &&
              !send_reset_password_token::info.authenticated &&
              !send_reset_password_token::info.repeatable);

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
    if (!writes(send_reset_password_token{.email = "a@b.c"},
                "POST http://h:9000/admin/users/password-token\nAccept: "
                "application/json\nContent-Type: application/json\n"
                "x-publishable-api-key: pk_1\nUser-Agent: medusa-cpp\nX-Tenant: seven\n\n"
                R"({"email":"a@b.c"})",
                options))
      return false;
  }
  return true;
}
TEST_CASE("send_reset_password_token: the client's credentials stay at home") {
  CHECK(test_no_credentials());
}
static_assert(test_no_credentials());

constexpr bool test_sizes() {
  return body_ends_with(send_reset_password_token{.email = "a@b.c"}, "email") &&
         fits_exactly(send_reset_password_token{.email = "a@b.c"}, 0);
}
TEST_CASE("send_reset_password_token: too long, and too large for its buffer") {
  CHECK(test_sizes());
}
static_assert(test_sizes());

template <class S>
constexpr bool fails(int status, std::string_view body, errc code) {
  auto const sent =
      medusa::parse<S>(send_reset_password_token{}, medusa::response_view(status, body));
  return !sent && sent.error().code == code && sent.error().status == status;
}

template <class S>
constexpr bool test_answers() {
  return medusa::parse<S>(send_reset_password_token{}, medusa::response_view(204, ""))
             .has_value() &&
         medusa::parse<S>(send_reset_password_token{}, medusa::response_view(200, "<html>"))
             .has_value() &&
         fails<S>(400, R"({"type":"invalid_data","message":"email must be an email"})",
                  errc::bad_request) &&
         fails<S>(
             500,
             R"({"code":"unknown_error","type":"unknown_error","message":"An unknown error occurred."})",
             errc::server_error) &&
         fails<S>(404, "<html>", errc::not_found) && fails<S>(301, "", errc::redirected);
}
TEST_CASE("send_reset_password_token: the answer") {
  CHECK(test_answers<medusa::fixed<16, 1>>());
  CHECK(test_answers<medusa::borrowed<1>>());
  CHECK(test_answers<medusa::hosted>());
}
static_assert(test_answers<medusa::fixed<16, 1>>() && test_answers<medusa::borrowed<1>>());

}  // namespace
