#include <medusa/client/async_user_pages.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include <medusa/client/async_client.hpp>
#include <medusa/medusa.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/async_scripted_transport.hpp>
#include <support/task.hpp>
#include <support/twins.hpp>

namespace {

using namespace medusa;
using namespace medusa::testing;
using script = async_scripted_transport;
using support::task;

constexpr std::string_view page_1 =
    R"({"users":[{"id":"a"},{"id":"b"}],"count":3,"offset":0,"limit":2})";
constexpr std::string_view page_2 = R"({"users":[{"id":"c"}],"count":3,"offset":2,"limit":2})";

template <class Client>
task collect(Client& client, std::string& out) {
  auto pages = client.users().all({.q = "x", .limit = 2});
  while (auto* page = co_await pages.next()) {
    if (!*page) out += to_string(page->error().code);
    else
      for (auto const& user : (*page)->users) out += std::string_view(user.id);
  }
  out += co_await pages.next() == nullptr ? "." : "?";
}

template <class S>
std::string pages_of(script& server, std::string_view url = "https://shop.example") {
  admin::async_client<script&, json::scanner, S, no_clock> client{server, {.base_url = url}};
  std::string out;
  task const t = collect(client, out);
  for (int frame = 0; frame < 5; ++frame) client.poll();
  CHECK(t.done());
  return out;
}

/// The same with a handler, page after page.
template <class Client>
struct page_reader {
  admin::async_user_pages<Client> pages;
  int users = 0;
  bool ended = false;
  constexpr void ask() {
    pages.next([this](auto* page) {
      if (page == nullptr) return static_cast<void>(ended = true);
      users += static_cast<int>((*page)->users.size());
      ask();
    });
  }
};

constexpr bool test_pages_with_a_handler() {
  script server{{expect(method::get, "/admin/users?q=x&limit=2").answer(200, page_1),
                 expect(method::get, "/admin/users?q=x&offset=2&limit=2").answer(200, page_2)}};
  using client_type = admin::async_client<script&, json::scanner, fixed<48, 4>>;
  client_type client{server, {.base_url = "https://shop.example"}};
  page_reader<client_type> reader{client.users().all({.q = "x", .limit = 2})};
  reader.ask();
  client.poll();
  if (reader.users != 2 || reader.ended) return false;
  client.poll();
  return reader.users == 3 && reader.ended && server.finished();
}

}  // namespace

TWIN("pages with a handler", test_pages_with_a_handler);

TEST_CASE("pages, one after the other") {
  for (auto const when : {script::answers::when_polled, script::answers::at_once}) {
    for (bool const heap : {true, false}) {
      script server{{expect(method::get, "/admin/users?q=x&limit=2").answer(200, page_1),
                     expect(method::get, "/admin/users?q=x&offset=2&limit=2").answer(200, page_2)},
                    when};
      CHECK((heap ? pages_of<hosted>(server) : pages_of<fixed<48, 4>>(server)) == "abc.");
      CHECK(server.finished());
    }
  }
}

TEST_CASE("no pages, pages that do not move, and errors") {
  script none{expect(method::get, "/admin/users?q=x&limit=2")
                  .answer(200, R"({"users":[],"count":0,"offset":0,"limit":2})")};
  CHECK(pages_of<hosted>(none) == ".");
  script same{expect(method::get, "/admin/users?q=x&limit=2").answer(200, page_1),
              expect(method::get, "/admin/users?q=x&offset=2&limit=2").answer(200, page_1)};
  CHECK(pages_of<hosted>(same) == "ab.");
  script broken{expect(method::get, "/admin/users?q=x&limit=2").answer(200, page_1),
                expect(method::get, "/admin/users?q=x&offset=2&limit=2").answer(500)};
  CHECK(pages_of<hosted>(broken) == "abthe server failed.");
  script unsent{};
  CHECK(pages_of<hosted>(unsent, "shop") == "not an http or https URL with a host.");
}
