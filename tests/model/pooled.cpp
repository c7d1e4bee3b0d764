// SPDX-License-Identifier: MIT
#include <medusa/model/pooled.hpp>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <doctest/doctest.h>

#include <medusa/json/scanner.hpp>
#include <medusa/medusa.hpp>
#include <medusa/testing/scripted_transport.hpp>
#include <support/allocations.hpp>

namespace {

using medusa::pooled;
using medusa::admin::list_users;
using page = medusa::basic_user_page<pooled>;

static_assert(medusa::storage<pooled> && medusa::storage<medusa::pooled_views> &&
              !pooled::views_response);
static_assert(std::is_nothrow_move_constructible_v<page> && !std::is_copy_constructible_v<page>);
static_assert(
    std::is_same_v<decltype(page::users)::value_type, medusa::basic_user<medusa::pooled_views>>);
static_assert(std::is_same_v<medusa::default_clock<pooled>, medusa::steady_clock>);
static_assert(std::is_same_v<medusa::default_clock<medusa::fixed<8, 1>>, medusa::no_clock>);
static_assert(std::is_same_v<pooled::list<int>, medusa::pooled_list<int>>);

std::string document_of(std::size_t count) {
  std::string text = R"({"users":[)";
  for (std::size_t i = 0; i < count; ++i)
    text.append(i == 0 ? "" : ",")
        .append(R"({"id":"usr_01JDC0A5R7QK8Z3M6W9X2Y4V)")
        .append(std::to_string(i)) +=
        R"(","created_at":"2026-11-23T06:56:10.386Z","updated_at":"2026-11-23T06:56:10.386Z","deleted_at":null,)"
        R"("role":"admin","email":"ada.lovelace@example.com","first_name":"Ada \"Augusta\" the first of her name",)"
        R"("last_name":"K\u00f6nig","api_token":null,"metadata":{"team":"engines"}})";
  return text.append(R"(],"count":)")
      .append(std::to_string(count))
      .append(R"(,"offset":0,"limit":50})");
}

TEST_CASE(
    "a pooled page keeps its body and may be moved; two pieces of memory for any number of users") {
  for (std::size_t const count : {std::size_t{1}, std::size_t{100}, std::size_t{3000}}) {
    std::string body = document_of(count);
    std::string const sent = body;
    page out;
    std::size_t const taken = support::allocations_of([&] {
      medusa::response_view const response{200, body};
      CHECK_FALSE(medusa::parse_into<pooled>(list_users{}, response, out));
    });
    CHECK(taken == 2);
    CHECK(body == sent);  // escapes were decoded in the copy
    body.assign(body.size(), '#');
    page const kept = std::move(out);
    REQUIRE(kept.users.size() == count);
    for (auto const& each : kept.users) {
      CHECK(each.id.substr(0, 8) == "usr_01JD");
      CHECK(each.first_name == "Ada \"Augusta\" the first of her name");
      CHECK(*each.last_name == "K\xC3\xB6nig");
      CHECK(each.metadata->view() == R"({"team":"engines"})");
    }
    CHECK(kept.count == count);
  }
}

TEST_CASE("a pooled page is read again into the memory it has") {
  std::string const body = document_of(50);
  medusa::response_view const response{200, body};
  page out;
  CHECK_FALSE(medusa::parse_into<pooled>(list_users{}, response, out));
  CHECK(support::allocations_of(
            [&] { CHECK_FALSE(medusa::parse_into<pooled>(list_users{}, response, out)); }) == 0);
  CHECK(out.users.size() == 50);
}

TEST_CASE("a pooled page that can't be read says where in the body") {
  std::string body = document_of(2);
  body[body.find("usr_", 30)] = '\n';
  auto const read = medusa::parse<pooled>(list_users{}, medusa::response_view{200, body});
  REQUIRE_FALSE(read);
  CHECK(read.error().code == medusa::errc::malformed_json);
  CHECK(read.error().offset == body.find('\n'));
  auto const refused = medusa::parse<pooled>(
      list_users{}, medusa::response_view{401, R"({"type":"unauthorized","message":"no"})"});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().server.message == "no");
}

TEST_CASE("a single user on pooled storage owns its texts") {
  std::string body = R"({"user":{"id":"usr_1","email":"ada@example.com"}})";
  auto const user = medusa::parse<pooled>(medusa::admin::retrieve_user{.id = "usr_1"},
                                          medusa::response_view{200, body});
  body.assign(body.size(), '#');
  REQUIRE(user);
  CHECK(user->email == "ada@example.com");
  static_assert(std::is_same_v<decltype(user->email), std::string>);
}

TEST_CASE("a client on pooled storage: a list, and all pages") {
  using namespace medusa::testing;
  std::string const first =
      R"({"users":[{"id":"a","email":"1"},{"id":"b","email":"2"}],"count":3,"offset":0,"limit":2})";
  std::string const second =
      R"({"users":[{"id":"c","email":"\u0033"}],"count":3,"offset":2,"limit":2})";
  scripted_transport http{
      expect(medusa::method::get, "/admin/users?limit=2").answer(200, first),
      expect(medusa::method::get, "/admin/users?limit=2").answer(200, first),
      expect(medusa::method::get, "/admin/users?offset=2&limit=2").answer(200, second)};
  medusa::admin::client<scripted_transport&, medusa::json::scanner, pooled> client{
      http, {.base_url = "https://shop.example"}};
  auto const listed = client.users().list({.limit = 2});
  REQUIRE(listed);
  CHECK(listed->users[1].email == "2");
  std::string seen;
  for (auto&& each : client.users().all({.limit = 2})) {
    REQUIRE(each);
    seen += std::string(each->id) + std::string(each->email);
  }
  CHECK(seen == "a1b2c3");
  CHECK(http.finished());
}

struct short_user {
  std::string_view id{};
  using field_table =
      medusa::member_list<medusa::member<"id", &short_user::id, medusa::presence::required>>;
};
struct short_page {
  pooled::list<short_user> users{};
  using field_table =
      medusa::member_list<medusa::member<"users", &short_page::users, medusa::presence::required>>;
};

TEST_CASE("a struct of one's own in a pooled list") {
  std::string body = document_of(3);
  medusa::response_view const response{200, body};
  short_page out;
  CHECK_FALSE(medusa::parse_into<pooled>(list_users{}, response, out));
  body.assign(body.size(), '#');
  REQUIRE(out.users.size() == 3);
  CHECK(out.users.back().id == "usr_01JDC0A5R7QK8Z3M6W9X2Y4V2");
}

struct with_words {
  std::string id{};
  pooled::list<std::string_view> words{};
  using field_table = medusa::member_list<medusa::member<"id", &with_words::id>,
                                          medusa::member<"words", &with_words::words>>;
};

TEST_CASE("a pooled list that is not the whole answer, also when its object comes twice") {
  std::string body =
      R"({"user":{"id":"0","words":["none","of","these"]},"user":{"id":"1","words":["\u0061","b"]}})";
  medusa::response_view const response{200, body};
  with_words out;
  CHECK_FALSE(medusa::parse_into<pooled>(medusa::admin::retrieve_user{.id = "1"}, response, out));
  body.assign(body.size(), '#');
  CHECK(out.id == "1");
  REQUIRE(out.words.size() == 2);
  CHECK(out.words[0] == "a");
  CHECK(out.words[1] == "b");
}

#ifndef _GLIBCXX_DEBUG  // there std::vector is no type for constant evaluation
constexpr bool test_list() {
  medusa::pooled_list<std::string_view> list;
  char* const kept = list.keep("abc");
  list.reserve(2);
  list.emplace_back() = std::string_view(kept, 1);
  list.emplace_back() = std::string_view(kept + 1, 2);
  if (list.front().size() != 1 || list.data() != &list.front() || list.begin() + 2 != list.end())
    return false;
  medusa::pooled_list<std::string_view> const moved = std::move(list);
  return moved.size() == 2 && !moved.empty() && moved[0] == "a" && moved.front() == "a" &&
         moved.back() == "bc" && moved.end() - moved.begin() == 2 && moved.data()[1] == "bc";
}
TEST_CASE("the elements of a pooled list move with what they view") { CHECK(test_list()); }
static_assert(test_list());
#endif

}  // namespace
