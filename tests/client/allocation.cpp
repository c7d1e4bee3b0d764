#include <medusa/client/client.hpp>

#include <doctest/doctest.h>

#include <array>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include <medusa/client/steady_clock.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/describe.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/operation/parse.hpp>
#include <medusa/testing/scripted_transport.hpp>
#include <medusa/testing/virtual_clock.hpp>

#include "../support/allocations.hpp"

namespace {

using namespace medusa;
using namespace medusa::testing;

using support::allocations_of;

constexpr std::string_view ada =
    R"({"user":{"id":"usr_01M83K1N4PWB4PSZEEYTEA9YZX","created_at":"2026-11-23T06:56:10.386Z","updated_at":"2026-11-23T06:56:10.386Z",)"
    R"("deleted_at":null,"role":"admin","email":"ada.lovelace@example.com","first_name":"Augusta Ada Byron King Noel","last_name":"Lovelace",)"
    R"("api_token":null,"metadata":{"a key":"and a value, longer than short"}}})";
constexpr std::string_view short_user =
    R"({"user":{"id":"usr_1","created_at":"2026-11-23T06:56:10.386Z","updated_at":"2026-11-23T06:56:10.386Z","deleted_at":null,)"
    R"("role":"admin","email":"a@example.com","first_name":"Ada","last_name":null,"api_token":null,"metadata":{"k":1}}})";
constexpr std::string_view page_1 =
    R"({"users":[{"id":"usr_1"},{"id":"usr_2"}],"count":3,"offset":0,"limit":2})";
constexpr std::string_view page_2 = R"({"users":[{"id":"usr_3"}],"count":3,"offset":2,"limit":2})";
constexpr std::string_view invalid =
    R"({"type":"invalid_data","message":"email must be an email, password must be a string"})";

constexpr basic_options<virtual_clock> options{.base_url = "https://shop.example",
                                               .credentials = api_token{"tok"},
                                               .publishable_api_key = "pk_1",
                                               .retry = {.max_retries = 2}};

/// Every operation, both ways to sign in, retries, pages, and failures of each stage.
template <class S>
bool everything() {
  scripted_transport server{
      expect(method::post, "/admin/users").answer(200, ada),
      expect(method::get, "/admin/users/u").answer(503).times(2),
      expect(method::get, "/admin/users/u").answer(200, ada),
      expect(method::get, "/admin/users?q=a&limit=2").answer(200, page_1),
      expect(method::get, "/admin/users?q=a&offset=2&limit=2").answer(200, page_2),
      expect(method::post, "/admin/users/u").answer(200, ada),
      expect(method::post, "/admin/users/password-token").answer(204),
      expect(method::post, "/admin/users/reset-password").answer(500, "<html>"),
      expect(method::del, "/admin/users/u")
          .answer(200, R"({"id":"u","object":"user","deleted":true})"),
      expect(method::post, "/admin/auth").answer(200, ada).header("Set-Cookie", "connect.sid=s"),
      expect(method::get, "/admin/auth").answer(200, ada),
      expect(method::post, "/admin/auth/token").answer(200, R"({"access_token":"h.p.s"})"),
      expect(method::del, "/admin/auth").answer(200, "OK"),
      expect(method::post, "/admin/users").answer(400, invalid),
      expect(method::post, "/admin/users").fail(scripted_error::broken)};
  virtual_clock clock;
  std::array<header, 1> const mine{header{"User-Agent", "mine"}};
  auto with_headers = options;
  with_headers.headers = mine;
  admin::client<scripted_transport&, json::scanner, S, virtual_clock&> client{server, with_headers,
                                                                              clock};
  auto const users = client.users();
  admin::create_user const create{
      .email = "ada.lovelace@example.com", .first_name = "Augusta Ada", .password = "s3cret"};
  bool good = users.create(create) && users.retrieve("u");
  int seen = 0;
  for (auto&& each : users.all({.q = "a", .limit = 2})) seen += each ? 1 : 100;
  good = good && seen == 3;
  good = users.update("u", {.first_name = "x", .metadata = R"({"k":1})"},
                      {.headers = mine, .idempotency_key = "mine"}) &&
         good;
  good = users.send_reset_password_token({.email = "a@b.c"}) && good;
  auto const reset = users.reset_password({.token = "t", .password = "p"});
  good = !reset && reset.error().code == errc::reset_token_rejected && good;
  good = users.remove("u") && good;
  good = client.auth().create_session({.email = "a@b.c", .password = "p"}) && good;
  good = client.auth().get_session() &&
         client.auth().get_token({.email = "a@b.c", .password = "p"}) && good;
  good = client.auth().delete_session() && good;
  auto const refused = users.create(create);
  good = !refused &&
         refused.error().server.message == "email must be an email, password must be a string" &&
         good;
  good = !users.create(create) && !users.retrieve("") && server.finished() && good;
  return good && !to_string(refused.error()).empty();
}

template <class S>
bool reads_itself(std::string_view body) {
  auto const user = parse<S>(admin::retrieve_user{.id = "u"}, response_view{200, body});
  return user && !user->id.empty();
}

}  // namespace

TEST_CASE("allocation: the counter counts") {
  std::string text;
  CHECK(allocations_of([&] { text.assign(100, 'x'); }) == 1);
  struct alignas(64) wide {
    char c = 0;
  };
  wide* volatile memory = nullptr;  // else an allocation that nobody looks at may be left out
  CHECK(allocations_of([&] { memory = new wide; }) == 1);
  delete memory;
}

TEST_CASE_TEMPLATE("allocation: none, whatever a client on bounded storage does", S, fixed<64, 2>,
                   borrowed<2>) {
  bool good = false;
  CHECK(allocations_of([&] { good = everything<S>(); }) == 0);
  CHECK(good);
  CHECK(allocations_of([&] { good = reads_itself<S>(ada); }) == 0);
  CHECK(good);
}

TEST_CASE("allocation: hosted does the same, and counts") {
  bool good = false;
  CHECK(allocations_of([&] { good = everything<hosted>(); }) > 0);
  CHECK(good);
}

// Short texts lie in the string itself: id, e-mail and names below 16 bytes everywhere.
TEST_CASE(
    "allocation: on hosted, a list of any length is one piece of memory, and its long texts") {
  for (std::size_t const count :
       {std::size_t{1}, std::size_t{2}, std::size_t{100}, std::size_t{1000}}) {
    std::string body = R"({"users":[)";
    for (std::size_t i = 0; i < count; ++i)
      body += std::string(i == 0 ? "" : ",") +
              R"({"id":"usr_01JDC0A5R7QK8Z3M6W9X2Y4V","email":"a@b.c","metadata":{"a":1}})";
    body += "]}";
    std::size_t const taken = allocations_of(
        [&] { CHECK(parse<hosted>(admin::list_users{}, response_view{200, body})); });
    CHECK(taken == count + 1);
  }
  // However many braces a body has, it gets no more memory than one of useful objects would.
  std::string const braces = R"({"users":[{"id":")" + std::string(1'000'000, '{') + R"("}]})";
  auto const page = parse<hosted>(admin::list_users{}, response_view{200, braces});
  REQUIRE(page);
  CHECK(page->users.capacity() <= braces.size() / 16 + 1);
}

struct tag {
  std::string name{};
  using field_table = member_list<member<"name", &tag::name>>;
};
struct tagged_user {
  std::string id{};
  std::vector<tag> tags{};
  std::vector<std::string> words{};
  using field_table =
      member_list<member<"id", &tagged_user::id>, member<"tags", &tagged_user::tags>,
                  member<"words", &tagged_user::words>>;
};
struct tagged_page {
  std::vector<tagged_user> users{};
  using field_table = member_list<member<"users", &tagged_page::users>>;
};

// Memory of each for all that comes behind it would be quadratic.
TEST_CASE("allocation: lists inside of a list, and lists of texts, grow as they are filled") {
  std::string body = R"({"users":[)";
  for (int i = 0; i < 100; ++i)
    body += std::string(i == 0 ? "" : ",") +
            R"({"id":"u","tags":[{"name":"a"},{"name":"b"}],"words":["c"]})";
  body += "]}";
  tagged_page page;
  response_view const response{200, body};
  CHECK_FALSE(parse_into<hosted>(admin::list_users{}, response, page));
  REQUIRE(page.users.size() == 100);
  for (auto const& each : page.users) {
    CHECK(each.tags.size() == 2);
    CHECK(each.tags.capacity() <= 4);
    CHECK(each.words.capacity() <= 2);
  }
}

TEST_CASE("allocation: on hosted, only what ends up in the result") {
  scripted_transport server{
      expect(method::get, "/admin/users/u").answer(200, short_user).times(100),
      expect(method::get, "/admin/users/v").answer(200, ada).times(100),
      expect(method::post, "/admin/users/u").answer(200, short_user).times(100),
      expect(method::get, "/admin/users/w")
          .answer(404, R"({"type":"not_found","message":"short"})")
          .times(100)};
  virtual_clock clock;
  admin::client<scripted_transport&, json::scanner, hosted, virtual_clock&> client{server, options,
                                                                                   clock};
  auto const retrieve = [&](std::string_view id) {
    return [&client, id] { static_cast<void>(client.users().retrieve(id)); };
  };
  static_cast<void>(client.users().retrieve("u"));  // the first call makes room for requests
  for (int i = 1; i < 100; ++i) REQUIRE(allocations_of(retrieve("u")) == 0);
  for (int i = 0; i < 100; ++i)
    REQUIRE(allocations_of(retrieve("v")) == 4);  // id, e-mail, first name, metadata
  // A longer request makes room once more.
  auto const update = [&] {
    static_cast<void>(client.users().update("u", {.first_name = "a longer name than before"}));
  };
  CHECK(allocations_of(update) == 1);
  for (int i = 1; i < 100; ++i) REQUIRE(allocations_of(update) == 0);
  for (int i = 0; i < 100; ++i) REQUIRE(allocations_of(retrieve("w")) == 0);
  CHECK(server.finished());
}

TEST_CASE("allocation: on hosted, a page takes the list of the one before") {
  scripted_transport server{
      expect(method::get, "/admin/users?offset=0&limit=1")
          .answer(200, R"({"users":[{"id":"usr_1"}],"count":3,"offset":0,"limit":1})"),
      expect(method::get, "/admin/users?offset=1&limit=1")
          .answer(200, R"({"users":[{"id":"usr_2"}],"count":3,"offset":1,"limit":1})"),
      expect(method::get, "/admin/users?offset=2&limit=1")
          .answer(200, R"({"users":[{"id":"usr_3"}],"count":3,"offset":2,"limit":1})")};
  virtual_clock clock;
  admin::client<scripted_transport&, json::scanner, hosted, virtual_clock&> client{server, options,
                                                                                   clock};
  auto users = client.users().all({.offset = 0, .limit = 1});
  auto it = users.begin();
  for (std::string_view const id : {"usr_2", "usr_3"}) {
    CHECK(allocations_of([&] { ++it; }) == 0);
    CHECK((**it).id == id);
  }
  CHECK(allocations_of([&] { ++it; }) == 0);
  CHECK(it == users.end());
}
