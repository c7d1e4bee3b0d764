// SPDX-License-Identifier: MIT
#include <support/twins.hpp>

#include <cstddef>
#include <string_view>

#include <medusa/embedded.hpp>
#include <medusa/testing/scripted_transport.hpp>

// All users, page by page, as a loop over `users().all()` sees them.

namespace {

using namespace medusa;
using medusa::testing::expect;
using medusa::testing::scripted_error;
using medusa::testing::scripted_transport;

template <class Storage>
using client_of = admin::client<scripted_transport&, json::scanner, Storage>;

constexpr basic_options<no_clock> shop{.base_url = "https://shop.example",
                                       .credentials = api_token{"tok"}};
constexpr std::string_view first =
    R"({"users":[{"id":"a","email":"a@x"},{"id":"b","email":"b@x"}],"count":3,"offset":0,)"
    R"("limit":2})";
constexpr std::string_view second =
    R"({"users":[{"id":"c","email":"c@x"}],"count":3,"offset":2,"limit":2})";

template <class Storage>
constexpr bool test_a_loop_sees_everybody_once() {
  scripted_transport server{
      expect(method::get, "/admin/users?order=email&limit=2").answer(200, first),
      expect(method::get, "/admin/users?order=email&offset=2&limit=2").answer(200, second)};
  client_of<Storage> client{server, shop};
  static_string<8> seen;
  for (auto&& user :
       client.users().all({.order = admin::order_by{admin::user_field::email}, .limit = 2})) {
    if (!user) return false;
    std::size_t const at = seen.size();
    if (!seen.resize(at + 1)) return false;
    seen.data()[at] = std::string_view(user->email)[0];
  }
  return seen == "abc" && server.finished();
}

/// The storage bounds the page when nobody else does.
template <class Storage>
constexpr bool test_a_page_is_as_large_as_the_storage() {
  scripted_transport server{expect(method::get, "/admin/users?limit=8").answer(200, first)};
  client_of<Storage> client{server, shop};
  std::size_t users = 0;
  for (auto&& user : client.users().all()) {
    if (!user) return false;
    if (++users == 2) break;  // what is not needed is not fetched
  }
  return users == 2 && server.finished();
}

template <class Storage>
constexpr bool test_a_page_that_fails_is_the_last_element() {
  scripted_transport server{
      expect(method::get, "/admin/users?limit=2").answer(200, first),
      expect(method::get, "/admin/users?offset=2&limit=2").fail(scripted_error::broken)};
  client_of<Storage> client{server, shop};
  std::size_t users = 0;
  std::size_t failures = 0;
  for (auto&& user : client.users().all({.limit = 2})) {
    if (user) ++users;
    else if (user.error().code == errc::transport_failed) ++failures;
  }
  return users == 2 && failures == 1 && server.finished();
}

template <class Storage>
constexpr bool test_nobody_is_no_element() {
  scripted_transport server{expect(method::get, "/admin/users?q=nobody&limit=8")
                                .answer(200, R"({"users":[],"count":0,"offset":0,"limit":8})")};
  client_of<Storage> client{server, shop};
  for (auto&& user : client.users().all({.q = "nobody"})) return !user && false;
  return server.finished();
}

template <class Storage>
constexpr bool test_a_page_larger_than_the_storage() {
  scripted_transport server{};
  client_of<Storage> client{server, shop};
  for (auto&& user : client.users().all({.limit = 9}))
    return !user && user.error().code == errc::out_of_range && user.error().field == "limit" &&
           server.requests() == 0;
  return false;
}

/// Removing while looping: the range only reads.
template <class Storage>
constexpr bool test_calls_in_between() {
  scripted_transport server{
      expect(method::get, "/admin/users?limit=2").answer(200, first),
      expect(method::del, "/admin/users/a").answer(200, R"({"id":"a","deleted":true})"),
      expect(method::del, "/admin/users/b").answer(200, R"({"id":"b","deleted":true})"),
      expect(method::get, "/admin/users?offset=2&limit=2").answer(200, second),
      expect(method::del, "/admin/users/c").answer(200, R"({"id":"c","deleted":true})")};
  client_of<Storage> client{server, shop};
  for (auto&& user : client.users().all({.limit = 2}))
    if (!user || !client.users().remove(user->id)) return false;
  return server.finished();
}

}  // namespace

HEAPLESS_TWINS("static: a loop sees everybody once", test_a_loop_sees_everybody_once, 48, 8);
HEAPLESS_TWINS("static: a page is as large as the storage", test_a_page_is_as_large_as_the_storage,
               48, 8);
HEAPLESS_TWINS("static: a page that fails is the last element",
               test_a_page_that_fails_is_the_last_element, 48, 8);
HEAPLESS_TWINS("static: nobody is no element", test_nobody_is_no_element, 48, 8);
HEAPLESS_TWINS("static: a page larger than the storage", test_a_page_larger_than_the_storage, 48,
               8);
HEAPLESS_TWINS("static: calls in between", test_calls_in_between, 48, 8);
