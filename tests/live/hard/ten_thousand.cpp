// SPDX-License-Identifier: MIT
#include <medusa/client/async_client.hpp>
#include <medusa/embedded.hpp>
#include <medusa/ext/curl_multi.hpp>
#include <medusa/medusa.hpp>

#include <support/allocations.hpp>
#include <support/task.hpp>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "caller.hpp"
#include "kept_response.hpp"
#include "many_users.hpp"
#include "stopwatch.hpp"

// All of ten thousand users, with every storage, as they are in the database.

using namespace contract;
using live::keeping_transport, live::many_users, live::stopwatch;
using medusa::admin::list_users, medusa::json::scanner;
using medusa::ext::curl_transport;

namespace {

template <class Transport, class Storage>
using client_of = medusa::admin::client<Transport, scanner, Storage, medusa::steady_clock>;

/// Signed in by a bearer token: session cookies need headers, which not all transports here give.
template <class Client>
void sign_in(Client& client) {
  CHECK(client.auth()
            .get_token({.email = the_world().email(), .password = the_world().password()})
            .has_value());
}

/// `all()`: each page is a request.
template <class Transport, class Storage>
void by_pages(many_users const& many, std::string_view name, std::uint64_t limit) {
  client_of<Transport, Storage> client(Transport(), {.base_url = the_world().url()});
  sign_in(client);
  stopwatch const watch;
  std::size_t n = 0, wrong = 0;
  for (auto const& each : client.users().all({.last_name = many.family, .limit = limit})) {
    if (!each) CHECK_MESSAGE(false, medusa::to_string(each.error()));
    else if (n >= many.size || many_users::row_of(*each) != many.rows[n]) ++wrong;
    ++n;
  }
  CHECK(n == many.size);
  CHECK(wrong == 0);
  the_world().covered("10 000 users, " + std::string(name) + " storage, pages of " +
                      std::to_string(limit) + ": " + watch.milliseconds());
}

/// One page that holds them all, and lies where there is room for it.
template <class Transport, class Storage>
void at_once(many_users const& many, std::string_view name, std::uint64_t limit) {
  client_of<Transport, Storage> client(Transport(), {.base_url = the_world().url()});
  sign_in(client);
  auto const page = std::make_unique<medusa::basic_user_page<Storage>>();
  stopwatch const watch;
  auto const failed = client.call_into(list_users{.last_name = many.family, .limit = limit}, *page);
  if (failed) CHECK_MESSAGE(false, medusa::to_string(*failed));
  std::string const took = watch.milliseconds();
  CHECK(page->count == many.size);
  CHECK(page->limit == limit);
  CHECK(many.are(page->users));
  the_world().covered("10 000 users, " + std::string(name) + " storage, in one page: " + took);
}

}  // namespace

TEST_CASE("live hard: 10 000 users, with every storage") {
  if (!live::is_ours("10 000 users")) return;
  many_users const many;
  by_pages<curl_transport, medusa::hosted>(many, "hosted", 100);
  by_pages<curl_transport, medusa::pooled>(many, "pooled", 1000);
  by_pages<curl_transport, medusa::fixed<64, 100>>(many, "fixed", 100);
  by_pages<keeping_transport, medusa::borrowed<128>>(many, "borrowed", 128);
  by_pages<curl_transport, medusa::hosted>(many, "hosted", 9'999);  // one is left for the last page
  at_once<curl_transport, medusa::hosted>(many, "hosted", 0);
  at_once<curl_transport, medusa::pooled>(many, "pooled", 0);
  at_once<curl_transport, medusa::fixed<64, many_users::size>>(many, "fixed", many_users::size);
  at_once<keeping_transport, medusa::borrowed<many_users::size>>(many, "borrowed",
                                                                 many_users::size);

  // One more than it can hold is refused, whole.
  using small = medusa::fixed<64, many_users::size - 1>;
  client_of<curl_transport, small> client(curl_transport(), {.base_url = the_world().url()});
  sign_in(client);
  auto const page = std::make_unique<medusa::basic_user_page<small>>();
  auto const failed =
      client.call_into(list_users{.last_name = many.family, .limit = many_users::size}, *page);
  REQUIRE(failed.has_value());
  CHECK(failed->stage() == medusa::stage::encode);
  CHECK(failed->field == "limit");
}

TEST_CASE("live hard: for_each_user goes over 10 000 users in constant memory") {
  if (!live::is_ours("10 000 users")) return;
  many_users const many;
  std::vector<std::string> ids;
  for (std::string const& row : many.rows) ids.push_back(row.substr(0, row.find('\t')));
  live::own_client client(curl_transport(), {.base_url = the_world().url()});
  sign_in(client);

  // The body is there; beside it nothing is asked for.
  list_users const all{.last_name = many.family, .limit = 0};
  auto sent = client.send(all);
  REQUIRE((sent && *sent));
  std::size_t n = 0, wrong = 0;
  auto const count = [&](auto const& u) {
    if (n >= ids.size() || std::string_view(u.id) != ids[n]) ++wrong;
    ++n;
  };
  stopwatch const watch;
  bool good = true;
  CHECK(support::allocations_of(
            [&] { good = !medusa::for_each_user<medusa::fixed<64, 1>>(all, **sent, count); }) == 0);
  CHECK(good);
  CHECK(n == many.size);
  CHECK(wrong == 0);
  std::string const took = watch.milliseconds();

  // On hosted storage never more than one user is there.
  std::size_t const before = support::allocations_in_use();
  std::size_t most = 0;
  n = 0;
  CHECK_FALSE(medusa::for_each_user<medusa::hosted>(all, **sent, [&](auto const& u) {
    most = std::max(most, support::allocations_in_use() - before);
    count(u);
  }));
  CHECK(n == many.size);
  CHECK(wrong == 0);
  CHECK(most <= 6);  // its texts

  // By pages no more is in use after the last one than after the first.
  std::size_t after_first = 0;
  n = 0;
  for (std::uint64_t offset = 0; n == offset && n < many.size; offset += 100) {
    list_users const op{.last_name = many.family, .offset = offset, .limit = 100};
    auto part = client.send(op);
    REQUIRE((part && *part));
    CHECK_FALSE(medusa::for_each_user<medusa::fixed<64, 1>>(op, **part, count));
    if (offset == 0) after_first = support::allocations_in_use();
    CHECK(support::allocations_in_use() <= after_first + 4);
  }
  CHECK(n == many.size);
  CHECK(wrong == 0);
  the_world().covered("10 000 users, for_each_user: no allocation, " + took);
}

TEST_CASE("live hard: 10 000 users, awaited page by page") {
  if (!live::is_ours("10 000 users")) return;
  many_users const many;
  medusa::ext::curl_multi_transport http;
  medusa::admin::async_client client{http, {.base_url = the_world().url()}};
  std::size_t n = 0, wrong = 0, pages = 0;
  auto read = [&]() -> support::task {
    auto const token = co_await client.auth().get_token(
        {.email = the_world().email(), .password = the_world().password()});
    if (!token) co_return;
    auto list = client.users().all({.last_name = many.family, .limit = 300});
    while (auto* page = co_await list.next()) {
      if (!*page) co_return;
      ++pages;
      for (auto const& each : (*page)->users) {
        if (n >= many.size || many_users::row_of(each) != many.rows[n]) ++wrong;
        ++n;
      }
    }
  };
  support::task const reading = read();
  while (!reading.done()) {
    http.wait(medusa::duration::milliseconds(20));
    client.poll();
  }
  CHECK(n == many.size);
  CHECK(wrong == 0);
  CHECK(pages == 34);
  the_world().covered("10 000 users, awaited page by page");
}
