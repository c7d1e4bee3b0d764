// SPDX-License-Identifier: MIT
#include <medusa/operation/create_invite.hpp>

#include <doctest/doctest.h>

#include <medusa/model/fixed.hpp>
#include <medusa/operation/parse.hpp>
#include <operation/request.hpp>

#include <string_view>

using medusa::errc;
using medusa::admin::create_invite;
using medusa::admin::role;

namespace {

constexpr bool test_invite_request() {
  return writes(create_invite{.user = "ada@example.com", .role = role::developer},
                "POST http://h:9000/admin/invites\n"
                "Accept: application/json\n"
                "Content-Type: application/json\n"
                "x-medusa-access-token: tok_1\n"
                "User-Agent: medusa-cpp\n"
                "\n"
                R"({"user":"ada@example.com","role":"developer"})");
}
TEST_CASE("create_invite: the request") { CHECK(test_invite_request()); }
static_assert(test_invite_request());

constexpr bool test_invite_refused() {
  return refuses(create_invite{}, errc::missing_value, "user") &&
         refuses(create_invite{.user = "a@b.c", .role = static_cast<role>(9)}, errc::invalid_value,
                 "role") &&
         refuses_bad_text([](std::string_view t) { return create_invite{.user = t}; }, "user");
}
TEST_CASE("create_invite: values that cannot be sent") { CHECK(test_invite_refused()); }
static_assert(test_invite_refused());

constexpr bool test_invite_answers() {
  using medusa::fixed;
  using medusa::response_view;
  constexpr create_invite op{.user = "a@b.c"};
  auto const known = medusa::parse<fixed<64, 1>>(
      op,
      response_view{
          400,
          R"({"type":"invalid_data","message":"Can't invite a user with an existing account"})"});
  return medusa::parse<fixed<64, 1>>(op, response_view{200, "OK"}).has_value() && !known &&
         known.error().code == errc::bad_request;
}
TEST_CASE("create_invite: the answer is no JSON") { CHECK(test_invite_answers()); }
static_assert(test_invite_answers());

static_assert(create_invite::info.method == medusa::method::post &&
              create_invite::info.authenticated && !create_invite::info.repeatable);

}  // namespace
