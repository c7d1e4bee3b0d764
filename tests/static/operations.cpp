// SPDX-License-Identifier: MIT
#include <support/twins.hpp>

#include <string_view>

#include <medusa/embedded.hpp>
#include <medusa/testing/scripted_transport.hpp>

// Each of the seven operations as a test of a program that uses the library would have it: what
// goes out, and what comes back.

namespace {

using namespace medusa;
using medusa::testing::expect;
using medusa::testing::scripted_transport;

template <class Storage>
using client_of = admin::client<scripted_transport&, json::scanner, Storage>;

constexpr basic_options<no_clock> shop{.base_url = "https://shop.example",
                                       .credentials = api_token{"tok"}};

constexpr std::string_view ada =
    R"({"user":{"id":"usr_1","created_at":"2026-11-23T06:56:10.386Z",)"
    R"("updated_at":"2026-11-23T06:56:11.000Z",)"
    R"("deleted_at":null,"role":"admin","email":"ada@example.com","first_name":"Ada",)"
    R"("last_name":null,)"
    R"("api_token":"of-ada","metadata":{"team":"engines"}}})";

template <class User>
constexpr bool is_ada(User const& user) {
  return user.id == "usr_1" && user.email == "ada@example.com" && user.role == admin::role::admin &&
         user.first_name == "Ada" && user.last_name == nullptr && user.deleted_at == nullptr &&
         user.created_at == timestamp::from_unix_ms(1'795'416'970'386) &&
         user.api_token->reveal() == "of-ada" && user.metadata->view() == R"({"team":"engines"})";
}

template <class Storage>
constexpr bool test_a_user_is_created() {
  scripted_transport server{
      expect(method::post, "/admin/users")
          .body(R"({"email":"ada@example.com","first_name":"Ada","role":"admin",)"
                R"("password":"s3cret"})")
          .with_header("x-medusa-access-token", "tok")
          .with_header("Content-Type", "application/json")
          .answer(200, ada)};
  client_of<Storage> client{server, shop};
  auto const made = client.users().create({.email = "ada@example.com",
                                           .first_name = "Ada",
                                           .role = admin::role::admin,
                                           .password = "s3cret"});
  return made && is_ada(*made) && server.finished();
}

template <class Storage>
constexpr bool test_a_user_is_retrieved() {
  scripted_transport server{
      expect(method::get, "/admin/users/usr_1").without_header("Content-Type").answer(200, ada)};
  client_of<Storage> client{server, shop};
  auto const user = client.users().retrieve("usr_1");
  return user && is_ada(*user) && server.finished();
}

template <class Storage>
constexpr bool test_a_user_is_updated() {
  scripted_transport server{
      expect(method::post, "/admin/users/usr_1")
          .body(R"({"last_name":null,"api_token":"of-ada","metadata":{"team":"engines","seat":4,)"
                R"("old":""}})")
          .answer(200, ada)};
  client_of<Storage> client{server, shop};
  json::static_metadata<64> notes;
  notes.set("team", "engines").set("seat", 4).erase("old");
  auto const user = client.users().update(
      "usr_1", {.last_name = nullptr, .api_token = "of-ada", .metadata = notes});
  return user && is_ada(*user) && server.finished();
}

template <class Storage>
constexpr bool test_users_are_listed() {
  scripted_transport server{
      expect(
          method::get,
          "/admin/users?q=ada&order=-email&role%5B0%5D=admin&role%5B1%5D=member"
          "&created_at%5Bgt%5D=1970-01-01T00%3A00%3A00.000Z&offset=2&limit=3&fields=email%2Crole")
          .answer(200, R"({"users":[{"id":"a","email":"a@x"},{"id":"b","role":"owner"}],"count":4,)"
                       R"("offset":2,"limit":3})")};
  client_of<Storage> client{server, shop};
  admin::role const roles[] = {admin::role::admin, admin::role::member};
  auto const page = client.users().list(
      {.q = "ada",
       .order = admin::order_by{admin::user_field::email, admin::direction::descending},
       .role = roles,
       .created_at = {.gt = timestamp::from_unix_ms(0)},
       .offset = 2,
       .limit = 3,
       .fields = admin::user_fields::only({admin::user_field::email, admin::user_field::role})});
  return page && page->users.size() == 2 && page->users[0].email == "a@x" &&
         page->users[0].role.is_absent() && page->users[1].role->text() == "owner" &&
         !page->users[1].role->known() && page->count == 4 && page->offset == 2 &&
         page->limit == 3 && server.finished();
}

template <class Storage>
constexpr bool test_a_user_is_removed() {
  scripted_transport server{expect(method::del, "/admin/users/usr_1")
                                .body("")
                                .answer(200, R"({"id":"usr_1","object":"user","deleted":true})")};
  client_of<Storage> client{server, shop};
  auto const gone = client.users().remove("usr_1");
  return gone && gone->id == "usr_1" && gone->object == "user" && gone->deleted &&
         server.finished();
}

template <class Storage>
constexpr bool test_a_reset_token_is_asked_for() {
  scripted_transport server{expect(method::post, "/admin/users/password-token")
                                .body(R"({"email":"ada@example.com"})")
                                .without_header("x-medusa-access-token")
                                .answer(204)};
  client_of<Storage> client{server, shop};
  return client.users().send_reset_password_token({.email = "ada@example.com"}) &&
         server.finished();
}

template <class Storage>
constexpr bool test_a_password_is_reset() {
  scripted_transport server{
      expect(method::post, "/admin/users/reset-password")
          .body(R"({"email":"ada@example.com","token":"h.p.s","password":"n3w"})")
          .without_header("x-medusa-access-token")
          .answer(200, ada)};
  client_of<Storage> client{server, shop};
  auto const user = client.users().reset_password(
      {.email = "ada@example.com", .token = "h.p.s", .password = "n3w"});
  return user && is_ada(*user) && server.finished();
}

}  // namespace

HEAPLESS_TWINS("static: a user is created", test_a_user_is_created, 48, 8);
HEAPLESS_TWINS("static: a user is retrieved", test_a_user_is_retrieved, 48, 8);
HEAPLESS_TWINS("static: a user is updated", test_a_user_is_updated, 48, 8);
HEAPLESS_TWINS("static: users are listed", test_users_are_listed, 48, 8);
HEAPLESS_TWINS("static: a user is removed", test_a_user_is_removed, 48, 8);
HEAPLESS_TWINS("static: a reset token is asked for", test_a_reset_token_is_asked_for, 48, 8);
HEAPLESS_TWINS("static: a password is reset", test_a_password_is_reset, 48, 8);
