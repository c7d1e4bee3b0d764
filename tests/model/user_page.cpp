// SPDX-License-Identifier: MIT
#include <medusa/model/user_page.hpp>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>

#include <doctest/doctest.h>

#include <model/decode.hpp>

using medusa::basic_user_page;
using medusa::errc;

namespace {

using small = medusa::fixed<16, 2>;
using views = medusa::borrowed<2>;

template <class S>
constexpr bool test_page() {
  basic_user_page<S> page;
  return decodes(
             page,
             R"({"users":[{"id":"usr_1"},{"id":"usr_2","email":"a@b.c"}],"count":36,"offset":0,"limit":2})") &&
         page.users.size() == 2 && page.users[0].id == "usr_1" && page.users[0].email.empty() &&
         page.users[1].email == "a@b.c" && page.count == 36u && page.offset == 0u &&
         page.limit == 2u;
}
TEST_CASE("a page, cut down by `fields`") {
  CHECK(test_page<small>());
  CHECK(test_page<views>());
  CHECK(test_page<medusa::hosted>());
}
static_assert(test_page<small>() && test_page<views>());

template <class S>
constexpr bool test_old() {
  basic_user_page<S> page;
  basic_user_page<S> empty;
  return decodes(page, R"({"users":[{"id":"usr_1"}]})") && page.users.size() == 1 && !page.count &&
         !page.offset && !page.limit &&
         decodes(empty, R"({"users":[],"count":0,"offset":7,"limit":50})") && empty.users.empty() &&
         empty.offset == 7u;
}
TEST_CASE("a page of an old server, and an empty one") {
  CHECK(test_old<small>());
  CHECK(test_old<views>());
  CHECK(test_old<medusa::hosted>());
}
static_assert(test_old<small>() && test_old<views>());

template <class S>
constexpr bool test_errors() {
  using page = basic_user_page<S>;
  return fails<page>("{}", errc::missing_member, "users", "{") &&
         fails<page>(R"({"users": null})", errc::wrong_type, "users", "null") &&
         fails<page>(R"({"users": {}})", errc::wrong_type, "users", "{}") &&
         fails<page>(R"({"users":[{"id":"1"}, {}]})", errc::missing_member, "users[1].id", "{}") &&
         fails<page>(R"({"users":[{"id":"1","email": 5}]})", errc::wrong_type, "users[0].email",
                     "5") &&
         fails<page>(R"({"users":[],"count": "1"})", errc::wrong_type, "count", "\"1") &&
         fails<page>(R"({"users":[],"offset": -1})", errc::wrong_type, "offset", "-1") &&
         fails<page>(R"({"users":[],"limit": 1.5})", errc::wrong_type, "limit", "1.5") &&
         fails<page>(R"([{"id":"1"}])", errc::wrong_type, "", "[");
}
TEST_CASE("a page that breaks the contract") {
  CHECK(test_errors<small>());
  CHECK(test_errors<views>());
  CHECK(test_errors<medusa::hosted>());
}
static_assert(test_errors<small>() && test_errors<views>());

template <class S>
constexpr bool test_too_many() {
  return fails<basic_user_page<S>>(R"({"users":[{"id":"1"},{"id":"2"}, {"id":"3"}]})",
                                   errc::too_many_items, "users[2]", "{\"id\":\"3");
}
TEST_CASE("one user more than the storage takes") {
  CHECK(test_too_many<small>());
  CHECK(test_too_many<views>());
}
static_assert(test_too_many<small>() && test_too_many<views>());

}  // namespace
