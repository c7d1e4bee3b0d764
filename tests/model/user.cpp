// SPDX-License-Identifier: MIT
#include <medusa/model/user.hpp>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>

#include <doctest/doctest.h>

#include <model/decode.hpp>

#include <string>
#include <string_view>

using medusa::basic_user;
using medusa::errc;
using medusa::admin::role;

namespace {

using small = medusa::basic_fixed<medusa::limits{.text = 32, .metadata = 16}>;
using views = medusa::borrowed<1>;

constexpr std::string_view whole =
    R"({"id":"usr_01M83K1N4PWB4PSZEEYTEA9YZX","created_at":"2026-11-23T06:56:10.386Z","updated_at":"2026-11-23T06:56:11.000Z",)"
    R"("deleted_at":"2026-11-24T00:00:00.000Z","role":"developer","email":"ada@example.com","first_name":"Ada",)"
    R"("last_name":"","api_token":"tok_1","metadata":{"a": [1]},"password_hash":null,"new":{"id":7}})";

template <class S>
constexpr bool test_whole() {
  basic_user<S> u;
  if (!decodes(u, whole)) return false;
  return u.id == "usr_01M83K1N4PWB4PSZEEYTEA9YZX" && u.created_at.unix_ms() == 1795416970386 &&
         u.updated_at.text() == "2026-11-23T06:56:11.000Z" &&
         u.deleted_at->text() == "2026-11-24T00:00:00.000Z" && u.role->known() == role::developer &&
         *u.role == role::developer && u.email == "ada@example.com" && u.first_name == "Ada" &&
         u.last_name == "" && !u.last_name.is_null() && u.api_token->reveal() == "tok_1" &&
         u.metadata->view() == R"({"a": [1]})";
}
TEST_CASE("a user with all its members") {
  CHECK(test_whole<small>());
  CHECK(test_whole<views>());
  CHECK(test_whole<medusa::hosted>());
}
static_assert(test_whole<small>() && test_whole<views>());

template <class S>
constexpr bool test_nulls() {
  basic_user<S> u;
  return decodes(
             u,
             R"({"id":"usr_1","email":"a@b.c","deleted_at":null,"role":null,"first_name":null,"last_name":null,
                        "api_token":null,"metadata":null})") &&
         u.deleted_at.is_null() && u.role.is_null() && u.first_name.is_null() &&
         u.last_name.is_null() && u.api_token.is_null() && u.metadata.is_null() && !u.created_at &&
         !u.updated_at;
}
TEST_CASE("null where the server says null") {
  CHECK(test_nulls<small>());
  CHECK(test_nulls<views>());
  CHECK(test_nulls<medusa::hosted>());
}
static_assert(test_nulls<small>() && test_nulls<views>());

template <class S>
constexpr bool test_absent() {
  basic_user<S> u;
  return decodes(u, R"({"id":"usr_1","email":"a@b.c"})") && u.deleted_at.is_absent() &&
         u.role.is_absent() && u.first_name.is_absent() && u.last_name.is_absent() &&
         u.api_token.is_absent() && u.metadata.is_absent();
}
TEST_CASE("absent where a server version leaves it out") {
  CHECK(test_absent<small>());
  CHECK(test_absent<views>());
  CHECK(test_absent<medusa::hosted>());
}
static_assert(test_absent<small>() && test_absent<views>());

template <class S>
constexpr bool test_errors() {
  using user = basic_user<S>;
  return fails<user>(R"({"email":"a@b.c"})", errc::missing_member, "id", "{") &&
         fails<user>(R"({"id":"usr_1"})", errc::missing_member, "email", "{") &&
         fails<user>("{}", errc::missing_member, "id", "{") &&
         fails<user>(R"({"id": null})", errc::wrong_type, "id", "null") &&
         fails<user>(R"({"id": 1})", errc::wrong_type, "id", "1") &&
         fails<user>(R"({"created_at": null})", errc::wrong_type, "created_at", "null") &&
         fails<user>(R"({"updated_at": ""})", errc::wrong_type, "updated_at", "\"\"") &&
         fails<user>(R"({"deleted_at": false})", errc::wrong_type, "deleted_at", "false") &&
         fails<user>(R"({"role": 0})", errc::wrong_type, "role", "0") &&
         fails<user>(R"({"email": null})", errc::wrong_type, "email", "null") &&
         fails<user>(R"({"first_name": 1})", errc::wrong_type, "first_name", "1") &&
         fails<user>(R"({"last_name": []})", errc::wrong_type, "last_name", "[") &&
         fails<user>(R"({"api_token": {}})", errc::wrong_type, "api_token", "{}");
}
TEST_CASE("a user that breaks the contract") {
  CHECK(test_errors<small>());
  CHECK(test_errors<views>());
  CHECK(test_errors<medusa::hosted>());
}
static_assert(test_errors<small>() && test_errors<views>());

constexpr bool test_open_role() {
  basic_user<small> u;
  return decodes(u, R"({"id":"1","email":"e","role":"owner"})") && u.role->text() == "owner" &&
         !u.role->known();
}
TEST_CASE("a role that is not known keeps its text") { CHECK(test_open_role()); }
static_assert(test_open_role());

constexpr bool test_equality() {
  basic_user<small> a;
  basic_user<small> b;
  if (!decodes(a, whole) || !decodes(b, whole) || !(a == b)) return false;
  b.first_name = nullptr;
  bool const differs = a != b;
  a.first_name = nullptr;
  return differs && a == b;
}
TEST_CASE("users are equal when all they have is") { CHECK(test_equality()); }
static_assert(test_equality());

}  // namespace
