// SPDX-License-Identifier: MIT
#include <support/twins.hpp>

#include <string_view>

#include <medusa/embedded.hpp>
#include <medusa/testing/scripted_transport.hpp>

// Answers that report success and are none: never a half-filled user.

namespace {

using namespace medusa;
using medusa::testing::expect;
using medusa::testing::scripted_transport;

template <class Storage>
constexpr auto failure_of(std::string_view body) {
  scripted_transport server{expect(method::get, "/admin/users/u").answer(200, body)};
  admin::client<scripted_transport&, json::scanner, Storage> client{
      server, {.base_url = "https://shop.example"}};
  auto user = client.users().retrieve("u");
  return user ? typename decltype(client)::failure_type() : user.error();
}

template <class Storage>
constexpr bool is_unreadable(std::string_view body, errc code, std::string_view path = "") {
  auto const failed = failure_of<Storage>(body);
  return failed.code == code && failed.path == path && failed.status == 200 &&
         failed.stage() == stage::decode;
}

template <class Storage>
constexpr bool test_what_is_no_document() {
  return is_unreadable<Storage>("", errc::empty_body) &&
         is_unreadable<Storage>("<html>", errc::malformed_json) &&
         is_unreadable<Storage>(R"({"user":{"id":"u","email":"e")", errc::malformed_json) &&
         is_unreadable<Storage>(R"({"user":{"id":"u","email":"e"}} x)", errc::malformed_json) &&
         is_unreadable<Storage>("{\"user\":{\"id\":\"\xFF\",\"email\":\"e\"}}",
                                errc::malformed_utf8);
}

template <class Storage>
constexpr bool test_what_is_not_as_documented() {
  return is_unreadable<Storage>("{}", errc::missing_member, "user") &&
         is_unreadable<Storage>(R"({"user":[]})", errc::wrong_type, "user") &&
         is_unreadable<Storage>(R"({"user":{"email":"e"}})", errc::missing_member, "user.id") &&
         is_unreadable<Storage>(R"({"user":{"id":"u"}})", errc::missing_member, "user.email") &&
         is_unreadable<Storage>(R"({"user":{"id":7,"email":"e"}})", errc::wrong_type, "user.id") &&
         is_unreadable<Storage>(R"({"user":{"id":"u","email":"e","created_at":"now"}})",
                                errc::wrong_type, "user.created_at");
}

/// Where the document breaks.
constexpr bool test_the_place_is_told() {
  auto const failed = failure_of<fixed<48, 8>>(R"({"user":{"id":"u",}})");
  return failed.code == errc::malformed_json && failed.offset == 18;
}

constexpr bool test_a_text_that_is_too_long() {
  auto const failed = failure_of<fixed<4, 8>>(R"({"user":{"id":"usr_1","email":"e"}})");
  return failed.code == errc::text_too_long && failed.path == "user.id" && failed.needed == 5;
}

constexpr bool test_a_text_that_cannot_be_borrowed() {
  return failure_of<borrowed<8>>(R"({"user":{"id":"u","email":"e","first_name":"a\"b"}})").code ==
         errc::escaped_text;
}

constexpr bool test_too_many_users() {
  scripted_transport server{expect(method::get, "/admin/users?limit=1")
                                .answer(200, R"({"users":[{"id":"a","email":"e"},{"id":"b"}]})")};
  admin::client<scripted_transport&, json::scanner, fixed<48, 1>> client{
      server, {.base_url = "https://shop.example"}};
  auto const page = client.users().list();
  return !page && page.error().code == errc::too_many_items && page.error().path == "users[1]";
}

constexpr bool test_more_than_was_allowed() {
  scripted_transport server{
      expect(method::get, "/admin/users/u").answer(200, R"({"user":{"id":"u","email":"e"}})")};
  admin::client<scripted_transport&, json::scanner, fixed<48, 1>> client{
      server, {.base_url = "https://shop.example", .limits = {.response_body = 30}}};
  auto const user = client.users().retrieve("u");
  return !user && user.error().code == errc::response_too_large &&
         user.error().stage() == stage::transport;
}

}  // namespace

HEAPLESS_TWINS("static: what is no document", test_what_is_no_document, 48, 8);
HEAPLESS_TWINS("static: what is not as documented", test_what_is_not_as_documented, 48, 8);
TWIN("static: the place is told", test_the_place_is_told);
TWIN("static: a text that is too long", test_a_text_that_is_too_long);
TWIN("static: a text that cannot be borrowed", test_a_text_that_cannot_be_borrowed);
TWIN("static: too many users", test_too_many_users);
TWIN("static: more than was allowed", test_more_than_was_allowed);
