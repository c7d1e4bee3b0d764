// SPDX-License-Identifier: MIT
#include <medusa/operation/retrieve_user.hpp>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/operation/parse.hpp>

#include <doctest/doctest.h>

#include <operation/request.hpp>
#include <operation/sizes.hpp>

#include <string_view>

using medusa::errc;
using medusa::admin::retrieve_user;

namespace {

constexpr bool test_request() {
  return writes(retrieve_user{.id = "usr_01M83K1N4PWB4PSZEEYTEA9YZX"},
                "GET http://h:9000/admin/users/usr_01M83K1N4PWB4PSZEEYTEA9YZX\n"
                "Accept: application/json\n"
                "x-medusa-access-token: tok_1\n"
                "User-Agent: medusa-cpp\n"
                "\n");
}
TEST_CASE("retrieve_user: the request") { CHECK(test_request()); }
static_assert(test_request());

// What the JavaScript client puts into the path as it is, and gets another route, a cut id or an
// error.
constexpr bool test_encoding() {
  return targets(retrieve_user{.id = "a/b"}, "/admin/users/a%2Fb") &&
         targets(retrieve_user{.id = "a b"}, "/admin/users/a%20b") &&
         targets(retrieve_user{.id = "a%2Fb"}, "/admin/users/a%252Fb") &&
         targets(retrieve_user{.id = "a?b=c"}, "/admin/users/a%3Fb%3Dc") &&
         targets(retrieve_user{.id = "a#b"}, "/admin/users/a%23b") &&
         targets(retrieve_user{.id = "\u4e2d\U0001F600"}, "/admin/users/%E4%B8%AD%F0%9F%98%80") &&
         targets(retrieve_user{.id = "..."}, "/admin/users/...") &&
         targets(retrieve_user{.id = " "}, "/admin/users/%20") &&
         targets(retrieve_user{.id = "../x"}, "/admin/users/..%2Fx") &&
         targets(retrieve_user{.id = "%2e%2e"}, "/admin/users/%252e%252e") &&
         targets(retrieve_user{.id = "A-z_0.9~"}, "/admin/users/A-z_0.9~") &&
         targets(retrieve_user{.id = "!'()*"}, "/admin/users/%21%27%28%29%2A");
}
TEST_CASE("retrieve_user: ids are encoded") { CHECK(test_encoding()); }
static_assert(test_encoding());

constexpr bool test_id() {
  auto const make = [](std::string_view id) { return retrieve_user{.id = id}; };
  return refuses_bad_id(make) && refuses_long_id(make, 26);
}
TEST_CASE("retrieve_user: ids that name another route, or none") { CHECK(test_id()); }
static_assert(test_id());

static_assert(retrieve_user::info.method == medusa::method::get &&
              retrieve_user::info.authenticated && retrieve_user::info.repeatable &&
              retrieve_user::info.envelope == "user");

constexpr bool test_sizes() {
  return url_ends_with(retrieve_user{.id = "usr_1"}, "id") &&
         fits_exactly(retrieve_user{.id = "usr_1"}, std::string_view("tok_1").size());
}
TEST_CASE("retrieve_user: too long, and too large for its buffer") { CHECK(test_sizes()); }
static_assert(test_sizes());

template <class S>
constexpr bool test_answer() {
  auto const user = medusa::parse<S>(
      retrieve_user{},
      medusa::response_view(
          200, R"({"user":{"id":"usr_1","created_at":"2026-11-23T06:56:10.386Z",)"
               R"("updated_at":"2026-11-23T06:56:10.386Z","deleted_at":null,"role":"admin",)"
               R"("email":"ada@example.com","first_name":"Ada","last_name":null,)"
               R"("api_token":null,"metadata":{"a":1}}})"));
  return user && user->id == "usr_1" && user->email == "ada@example.com" &&
         user->role == medusa::admin::role::admin && user->first_name == "Ada" &&
         user->last_name.is_null() && user->deleted_at.is_null() &&
         user->created_at.unix_ms() == 1795416970386 && user->metadata->view() == R"({"a":1})";
}

template <class S>
constexpr bool fails(int status, std::string_view body, errc code, std::string_view path = {}) {
  auto const user = medusa::parse<S>(retrieve_user{}, medusa::response_view(status, body));
  return !user && user.error().code == code && user.error().status == status &&
         user.error().path == path;
}

template <class S>
constexpr bool test_broken_answers() {
  return fails<S>(200, "", errc::empty_body) && fails<S>(204, "", errc::empty_body) &&
         fails<S>(200, "<!DOCTYPE html>", errc::malformed_json) &&
         fails<S>(200, R"({"user":{"id":"usr_1","email":"a@b.c")", errc::malformed_json) &&
         // what an empty id would have given: the list
         fails<S>(200, R"({"users":[],"count":0,"offset":0,"limit":50})", errc::missing_member,
                  "user") &&
         fails<S>(200, R"({"user":null})", errc::wrong_type, "user") &&
         fails<S>(200, R"({"user":{"email":"a@b.c"}})", errc::missing_member, "user.id") &&
         fails<S>(200, R"({"user":{"id":"usr_1"}})", errc::missing_member, "user.email") &&
         fails<S>(200, R"({"user":{"id":"usr_1","email":null}})", errc::wrong_type, "user.email") &&
         fails<S>(404, R"({"type":"not_found","message":"User with id: x was not found"})",
                  errc::not_found) &&
         fails<S>(401, "Unauthorized", errc::unauthorized) && fails<S>(304, "", errc::redirected);
}
TEST_CASE("retrieve_user: the answer, refusals, and broken answers") {
  CHECK(test_answer<medusa::fixed<32, 1>>());
  CHECK(test_answer<medusa::borrowed<1>>());
  CHECK(test_answer<medusa::hosted>());
  CHECK(test_broken_answers<medusa::fixed<32, 1>>());
  CHECK(test_broken_answers<medusa::borrowed<1>>());
  CHECK(test_broken_answers<medusa::hosted>());
}
static_assert(test_answer<medusa::fixed<32, 1>>() && test_answer<medusa::borrowed<1>>());
static_assert(test_broken_answers<medusa::fixed<32, 1>>() &&
              test_broken_answers<medusa::borrowed<1>>());

}  // namespace
