// SPDX-License-Identifier: MIT
#include <medusa/operation/create_user.hpp>

#include <doctest/doctest.h>

#include <operation/request.hpp>

#include <string_view>

using medusa::errc;
using medusa::admin::create_user;
using medusa::admin::role;

namespace {

// Bodies as the JavaScript client sent them, but for the order of members, which there is the
// caller's.
constexpr bool test_request() {
  return writes(
             create_user{.email = "js.apikey.7454256@example.com",
                         .first_name = "Zo\u00eb \U0001F600",
                         .last_name = "L",
                         .role = role::admin,
                         .password = "pw-1"},
             "POST http://h:9000/admin/users\n"
             "Accept: application/json\n"
             "Content-Type: application/json\n"
             "x-medusa-access-token: tok_1\n"
             "User-Agent: medusa-cpp\n"
             "\n"
             R"({"email":"js.apikey.7454256@example.com","first_name":"Zoë 😀","last_name":"L","role":"admin","password":"pw-1"})") &&
         posts(create_user{.email = "x", .password = "p"}, R"({"email":"x","password":"p"})");
}
TEST_CASE("create_user: the request, with all fields and with the least") { CHECK(test_request()); }
static_assert(test_request());

constexpr bool test_fields() {
  constexpr std::string_view null_names =
      R"({"email":"x","first_name":null,"last_name":null,"role":null,"password":"p"})";
  return posts(create_user{.email = "x",
                           .first_name = nullptr,
                           .last_name = nullptr,
                           .role = nullptr,
                           .password = "p"},
               null_names) &&
         posts(create_user{.email = "x", .first_name = "", .last_name = "", .password = "p"},
               R"({"email":"x","first_name":"","last_name":"","password":"p"})") &&
         posts(create_user{.email = "x", .role = role::member, .password = "p"},
               R"({"email":"x","role":"member","password":"p"})") &&
         posts(create_user{.email = "x", .role = role::developer, .password = "p"},
               R"({"email":"x","role":"developer","password":"p"})") &&
         posts(
             create_user{
                 .email = "\"a\\\" b\"@c", .first_name = "a\n\t\x01\x7F/", .password = "p\"\\"},
             "{\"email\":\"\\\"a\\\\\\\" "
             "b\\\"@c\",\"first_name\":\"a\\n\\t\\u0001\x7F/\",\"password\":\"p\\\"\\\\\"}");
}
TEST_CASE("create_user: null, empty and awkward values") { CHECK(test_fields()); }
static_assert(test_fields());

constexpr bool test_refused() {
  char const* const nothing = nullptr;
  return refuses(create_user{}, errc::missing_value, "email") &&
         refuses(create_user{.email = "x"}, errc::missing_value, "password") &&
         refuses(create_user{.password = "p"}, errc::missing_value, "email") &&
         refuses(create_user{.email = "x", .first_name = nothing, .password = "p"},
                 errc::invalid_value, "first_name") &&
         refuses(create_user{.email = "x", .last_name = nothing, .password = "p"},
                 errc::invalid_value, "last_name") &&
         refuses(create_user{.email = "x", .role = static_cast<role>(3), .password = "p"},
                 errc::invalid_value, "role") &&
         refuses(create_user{.email = "x", .password = nothing}, errc::missing_value, "password");
}
TEST_CASE("create_user: values that cannot be sent") { CHECK(test_refused()); }
static_assert(test_refused());

constexpr bool test_text() {
  return refuses_bad_text(
             [](std::string_view t) { return create_user{.email = t, .password = "p"}; },
             "email") &&
         refuses_bad_text(
             [](std::string_view t) {
               return create_user{.email = "x", .first_name = t, .password = "p"};
             },
             "first_name") &&
         refuses_bad_text(
             [](std::string_view t) {
               return create_user{.email = "x", .last_name = t, .password = "p"};
             },
             "last_name") &&
         refuses(create_user{.email = "x", .password = "caf\xE9"}, errc::invalid_utf8,
                 "password") &&
         posts(create_user{.email = "x", .password = std::string_view("a\0b", 3)},
               R"({"email":"x","password":"a\u0000b"})");
}
TEST_CASE("create_user: NUL and what is not UTF-8 are refused; a password may hold a NUL") {
  CHECK(test_text());
}
static_assert(test_text());

constexpr bool test_too_long() {
  test_options options = signed_in;
  options.limits.request_body = 40;
  char text[100]{};
  for (char& c : text) c = 'x';
  constexpr std::string_view long_password = "12345678901234567890";
  return posts(create_user{.email = "123456789012", .password = "12"},
               R"({"email":"123456789012","password":"12"})", options) &&
         refuses(create_user{.email = "123456789012", .password = "123"}, errc::too_long,
                 "password", 41, options) &&
         refuses(create_user{.email = "x", .password = long_password}, errc::too_long, "password",
                 47, options) &&
         refuses(
             create_user{.email = "x", .first_name = std::string_view(text, 100), .password = "p"},
             errc::too_long, "first_name", 144, options) &&
         refuses(create_user{.email = std::string_view(text, 100), .password = "p"}, errc::too_long,
                 "email", 127, options);
}
TEST_CASE("create_user: a body larger than the server takes names the field and its bytes") {
  CHECK(test_too_long());
}
static_assert(test_too_long());

static_assert(create_user::info.method == medusa::method::post && create_user::info.authenticated &&
              !create_user::info.repeatable && create_user::info.envelope == "user");

}  // namespace
