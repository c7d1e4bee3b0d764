// SPDX-License-Identifier: MIT
#include <medusa/operation/update_user.hpp>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/operation/parse.hpp>

#include <doctest/doctest.h>

#include <operation/request.hpp>
#include <operation/sizes.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using medusa::errc;
using medusa::admin::role;
using medusa::admin::update_user;
using medusa::admin::user_changes;

namespace {

constexpr update_user changing(user_changes const& changes) {
  return {.id = "usr_1", .changes = changes};
}

constexpr bool test_request() {
  return writes(update_user{.id = "usr_01M83KGE5DMKKCCQ035KDEG4ET",
                            .changes = {.first_name = "New",
                                        .metadata = R"({"a":1,"b":null,"c":{"d":[1]}})"}},
                "POST http://h:9000/admin/users/usr_01M83KGE5DMKKCCQ035KDEG4ET\n"
                "Accept: application/json\n"
                "Content-Type: application/json\n"
                "x-medusa-access-token: tok_1\n"
                "User-Agent: medusa-cpp\n"
                "\n"
                R"({"first_name":"New","metadata":{"a":1,"b":null,"c":{"d":[1]}}})") &&
         posts(update_user{.id = "usr_x"}, "{}");
}
TEST_CASE("update_user: the request as the JavaScript client sends it") { CHECK(test_request()); }
static_assert(test_request());

constexpr bool test_fields() {
  return posts(
             changing({.first_name = "Ada",
                       .last_name = "L",
                       .role = role::member,
                       .api_token = "tok",
                       .metadata = "{}"}),
             R"({"first_name":"Ada","last_name":"L","role":"member","api_token":"tok","metadata":{}})") &&
         posts(changing({.first_name = nullptr,
                         .last_name = nullptr,
                         .role = nullptr,
                         .api_token = nullptr}),
               R"({"first_name":null,"last_name":null,"role":null,"api_token":null})") &&
         posts(changing({.last_name = nullptr}), R"({"last_name":null})") &&
         posts(changing({.first_name = "", .api_token = ""}),
               R"({"first_name":"","api_token":""})") &&
         posts(changing({.role = role::developer}), R"({"role":"developer"})");
}
TEST_CASE("update_user: absent, null and value differ for each field") { CHECK(test_fields()); }
static_assert(test_fields());

constexpr bool test_metadata() {
  medusa::json::static_metadata<64> m;
  m.set("plan", "gold").set("seats", 5).erase("coupon");
  medusa::json::static_metadata<8> full;
  full.set("plan", "gold");
  char const* const nothing = nullptr;
  return posts(changing({.metadata = m}),
               R"({"metadata":{"plan":"gold","seats":5,"coupon":""}})") &&
         posts(changing({.metadata = R"( {"a" : [1] } )"}), R"({"metadata": {"a" : [1] } })") &&
         refuses(changing({.metadata = full}), errc::too_long, "metadata") &&
         refuses(changing({.metadata = nothing}), errc::invalid_value, "metadata") &&
         refuses(changing({.metadata = ""}), errc::invalid_json, "metadata") &&
         refuses(changing({.metadata = "null"}), errc::invalid_json, "metadata") &&
         refuses(changing({.metadata = "[1]"}), errc::invalid_json, "metadata") &&
         refuses(changing({.metadata = "{\"a\":1},\"email\":{}"}), errc::invalid_json,
                 "metadata") &&
         refuses(changing({.metadata = "{\"a\":1"}), errc::invalid_json, "metadata") &&
         refuses(changing({.metadata = R"({"a":"\ud83d"})"}), errc::invalid_json, "metadata") &&
         refuses(changing({.metadata = "{\"a\":\"\xFF\"}"}), errc::invalid_utf8, "metadata") &&
         refuses(changing({.metadata = R"({"a":"\u0000"})"}), errc::control_character,
                 "metadata") &&
         refuses(changing({.metadata = R"({"constructor":1})"}), errc::invalid_value, "metadata") &&
         refuses(changing({.metadata = R"({"__proto__":1})"}), errc::invalid_value, "metadata");
}
TEST_CASE("update_user: metadata as text or from a builder, one object or nothing") {
  CHECK(test_metadata());
}
static_assert(test_metadata());

constexpr bool test_refused() {
  char const* const nothing = nullptr;
  return refuses(changing({.first_name = nothing}), errc::invalid_value, "first_name") &&
         refuses(changing({.api_token = nothing}), errc::invalid_value, "api_token") &&
         refuses(changing({.role = static_cast<role>(9)}), errc::invalid_value, "role") &&
         refuses(changing({.api_token = "a\nb"}), errc::control_character, "api_token") &&
         refuses(changing({.api_token = std::string_view("a\0", 2)}), errc::control_character,
                 "api_token") &&
         refuses(changing({.api_token = "\xFF"}), errc::invalid_utf8, "api_token") &&
         refuses_bad_text([](std::string_view t) { return changing({.first_name = t}); },
                          "first_name") &&
         refuses_bad_text([](std::string_view t) { return changing({.last_name = t}); },
                          "last_name");
}
TEST_CASE("update_user: values that cannot be sent") { CHECK(test_refused()); }
static_assert(test_refused());

constexpr bool test_id() {
  return refuses_bad_id([](std::string_view id) {
           return update_user{.id = id, .changes = {.first_name = "x"}};
         }) &&
         refuses_long_id(
             [](std::string_view id) {
               return update_user{.id = id, .changes = {.first_name = "Ada"}};
             },
             26) &&
         writes(update_user{.id = "a/b c\u4e2d"},
                "POST http://h:9000/admin/users/a%2Fb%20c%E4%B8%AD\nAccept: "
                "application/json\nContent-Type: application/json\n"
                "User-Agent: medusa-cpp\n\n{}",
                anonymous);
}
TEST_CASE("update_user: the id") { CHECK(test_id()); }
static_assert(test_id());

constexpr bool test_too_long() {
  test_options options = signed_in;
  options.limits.request_body = 26;
  return posts(changing({.metadata = R"({"a":"12345"})"}), R"({"metadata":{"a":"12345"}})",
               options) &&
         refuses(changing({.metadata = R"({"a":"123456"})"}), errc::too_long, "metadata", 27,
                 options) &&
         refuses(changing({.first_name = "123456789012", .metadata = "{}"}), errc::too_long,
                 "first_name", 43, options);
}
TEST_CASE("update_user: a body larger than the server takes") { CHECK(test_too_long()); }
static_assert(test_too_long());

static_assert(update_user::info.method == medusa::method::post && update_user::info.authenticated &&
              update_user::info.repeatable && update_user::info.envelope == "user");

constexpr bool test_text_is_escaped() {
  return posts(changing({.first_name = "Zo\u00eb \U0001F600"}),
               "{\"first_name\":\"Zo\u00eb \U0001F600\"}") &&
         posts(changing({.first_name = "a\"b\\c/d\n\t\x01\x1F\x7F"}),
               "{\"first_name\":\"a\\\"b\\\\c/d\\n\\t\\u0001\\u001f\x7F\"}") &&
         posts(changing({.last_name = "\",\"role\":\"admin"}),
               R"({"last_name":"\",\"role\":\"admin"})");
}
TEST_CASE("update_user: text is escaped") { CHECK(test_text_is_escaped()); }
static_assert(test_text_is_escaped());

constexpr bool test_the_first_error_is_told() {
  return refuses(update_user{.id = "", .changes = {.first_name = "\xFF"}}, errc::missing_value,
                 "id") &&
         refuses(changing({.first_name = "\xFF", .role = static_cast<role>(9)}), errc::invalid_utf8,
                 "first_name") &&
         refuses(changing({.role = static_cast<role>(9), .metadata = "x"}), errc::invalid_value,
                 "role");
}
TEST_CASE("update_user: the first error is told") { CHECK(test_the_first_error_is_told()); }
static_assert(test_the_first_error_is_told());

constexpr bool test_sizes() {
  return body_ends_with(changing({.first_name = "Grace"}), "first_name") &&
         body_ends_with(changing({.first_name = "Grace", .last_name = "Hopper"}), "last_name") &&
         body_ends_with(changing({.first_name = "Grace", .role = role::member}), "role") &&
         body_ends_with(changing({.last_name = nullptr, .api_token = "tok"}), "api_token") &&
         body_ends_with(changing({.first_name = "Grace", .metadata = R"({"a":"b"})"}),
                        "metadata") &&
         url_ends_with(update_user{.id = "usr_1"}, "id") &&
         fits_exactly(changing({.first_name = "Grace"}), 5);
}
TEST_CASE("update_user: too long, and too large for its buffer") { CHECK(test_sizes()); }
static_assert(test_sizes());

TEST_CASE("update_user: the limits of the real server") {
  std::string const text(200 * 1024, 'a');
  std::string_view const view = text;
  medusa::growing_request_buffer<std::string> buffer;
  std::size_t const frame = std::string_view(R"({"first_name":""})").size();
  std::size_t const room = 100 * 1024 - frame;
  auto const fits = changing({.first_name = view.substr(0, room)}).request(buffer, signed_in);
  REQUIRE(fits);
  CHECK(fits->body.size() == 102400);
  auto const over = changing({.first_name = view.substr(0, room + 1)}).request(buffer, signed_in);
  REQUIRE(!over);
  CHECK(over.error() ==
        medusa::encode_error{.code = errc::too_long, .field = "first_name", .needed = 102401});
  auto const far = changing({.first_name = view}).request(buffer, signed_in);
  REQUIRE(!far);
  CHECK(far.error().needed == view.size() + frame);
  auto const id = update_user{.id = view.substr(0, 20000)}.request(buffer, signed_in);
  REQUIRE(!id);
  CHECK(id.error() == medusa::encode_error{.code = errc::too_long, .field = "id", .needed = 20026});
}

template <class S>
constexpr bool test_answers() {
  // with the `password_hash` that the server adds when something changed
  auto const user = medusa::parse<S>(
      update_user{},
      medusa::response_view(200,
                            R"({"user":{"id":"usr_1","role":null,"email":"a@b.c","first_name":"",)"
                            R"("password_hash":null,"api_token":"tok_2","metadata":{}}})"));
  auto const refused = medusa::parse<S>(
      update_user{}, medusa::response_view(
                         400, R"({"type":"invalid_data","message":"metadata must be an object"})"));
  return user && user->role.is_null() && user->first_name == "" && user->last_name.is_absent() &&
         user->api_token->reveal() == "tok_2" && user->metadata->view() == "{}" && !refused &&
         refused.error().code == errc::bad_request &&
         refused.error().server.type == medusa::error_type::invalid_data &&
         refused.error().server.code.empty() &&
         std::string_view(refused.error().server.message) == "metadata must be an object";
}
TEST_CASE("update_user: the answer") {
  CHECK(test_answers<medusa::fixed<32, 1>>());
  CHECK(test_answers<medusa::borrowed<1>>());
  CHECK(test_answers<medusa::hosted>());
}
static_assert(test_answers<medusa::fixed<32, 1>>() && test_answers<medusa::borrowed<1>>());

}  // namespace
