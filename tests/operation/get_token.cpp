// SPDX-License-Identifier: MIT
#include <medusa/operation/get_token.hpp>

#include <medusa/model/borrowed.hpp>

#include <doctest/doctest.h>

#include <operation/request.hpp>

#include <string_view>

using medusa::errc;
using medusa::admin::get_token;

namespace {

constexpr bool test_request() {
  return writes(get_token{.email = "admin@medusa-test.com", .password = "supersecret"},
                "POST http://h:9000/admin/auth/token\n"
                "Accept: application/json\n"
                "Content-Type: application/json\n"
                "User-Agent: medusa-cpp\n"
                "\n"
                R"({"email":"admin@medusa-test.com","password":"supersecret"})",
                signed_in);
}
TEST_CASE("get_token: the request, without the client's credentials") { CHECK(test_request()); }
static_assert(test_request());

constexpr bool test_refused() {
  return refuses(get_token{}, errc::missing_value, "email") &&
         refuses(get_token{.email = "x"}, errc::missing_value, "password") &&
         refuses(get_token{.email = "x", .password = "\xFF"}, errc::invalid_utf8, "password") &&
         refuses_bad_text([](std::string_view t) { return get_token{.email = t, .password = "p"}; },
                          "email");
}
TEST_CASE("get_token: values that cannot be sent") { CHECK(test_refused()); }
static_assert(test_refused());

constexpr medusa::result<medusa::credential_kind, errc> kind_obtained(std::string_view token) {
  medusa::basic_session_token<medusa::borrowed<1>> model;
  static_cast<void>(medusa::keep_text(model.access_token.storage(), token));
  auto const got = get_token::obtained(medusa::response_view(200, ""), model);
  if (!got) return medusa::unexpected(got.error());
  if (got->value().reveal() != token) return medusa::unexpected(errc::invalid_value);
  return got->kind();
}

constexpr bool test_obtained() {
  return kind_obtained("eyJ.e30.x") ==
             medusa::result<medusa::credential_kind, errc>(medusa::credential_kind::bearer) &&
         kind_obtained("") == medusa::unexpected(errc::wrong_type) &&
         kind_obtained("a\r\nb") == medusa::unexpected(errc::wrong_type) &&
         kind_obtained("a b") == medusa::unexpected(errc::wrong_type) &&
         kind_obtained("pk_1") == medusa::unexpected(errc::wrong_type);
}
TEST_CASE("get_token: the token becomes a bearer token, if it can be sent") {
  CHECK(test_obtained());
}
static_assert(test_obtained());

static_assert(get_token::info.method == medusa::method::post && !get_token::info.authenticated &&
              !get_token::info.repeatable && get_token::info.envelope.empty());

}  // namespace
