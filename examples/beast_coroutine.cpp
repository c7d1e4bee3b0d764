// SPDX-License-Identifier: MIT
// Coroutines over Boost.Beast: signs in, and then retrieves all users at the same time.
//
//   beast_coroutine                        with a server inside this program
//   beast_coroutine URL EMAIL PASSWORD     with a real one
#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <medusa/client/async_client.hpp>
#include <medusa/ext/asio_call.hpp>
#include <medusa/ext/beast_async.hpp>
#include <medusa/medusa.hpp>
#include <support/fake_server.hpp>

namespace admin = medusa::admin;
namespace asio = boost::asio;
using asio::use_awaitable;
using asio::this_coro::executor;
using medusa::ext::async_call;

// Room for 16 calls at a time.
using client_type =
    admin::async_client<medusa::ext::beast_async_transport, medusa::json::scanner, medusa::hosted,
                        medusa::ext::asio_clock, medusa::no_provider, 16>;

void report(medusa::failure<medusa::hosted, medusa::ext::beast_async_error> const& failure) {
  std::fprintf(stderr, "%s\n", to_string(failure).c_str());
  if (failure.transport) std::fprintf(stderr, "%s\n", failure.transport->code.message().c_str());
}

asio::awaitable<void> show(client_type& client, std::string id) {
  auto const user = co_await async_call(client, co_await executor, admin::retrieve_user{.id = id},
                                        {}, use_awaitable);
  if (!user) co_return report(user.error());
  std::printf("%s  %s\n", user->id.c_str(), user->email.c_str());
}

asio::awaitable<void> show_all(client_type& client, std::string email, std::string password,
                               bool& good) {
  auto const token = co_await async_call(client, co_await executor,
                                         admin::get_token{.email = email, .password = password}, {},
                                         use_awaitable);
  if (!token) co_return report(token.error());
  auto const page = co_await async_call(client, co_await executor, admin::list_users{.limit = 16},
                                        {}, use_awaitable);
  if (!page) co_return report(page.error());
  good = true;
  for (auto const& user : page->users)
    asio::co_spawn(co_await executor, show(client, user.id), asio::detached);
}

int main(int argc, char** argv) {
  if (argc != 1 && argc != 4) {
    std::fputs("usage: beast_coroutine [URL EMAIL PASSWORD]\n", stderr);
    return 2;
  }
  std::optional<support::fake_server> inside;
  if (argc == 1) inside.emplace("admin@example.com", "supersecret");
  std::string const url = inside ? inside->url() : argv[1];

  asio::io_context loop;
  medusa::ext::beast_options const trust{
      .ca_file = ""};  // in place of those whom the system trusts, if any
  client_type client{medusa::ext::beast_async_transport(loop.get_executor(), trust),
                     {.base_url = url, .retry = {.max_retries = 2}},
                     medusa::ext::asio_clock(loop.get_executor())};
  bool good = false;
  asio::co_spawn(loop,
                 show_all(client, inside ? "admin@example.com" : argv[2],
                          inside ? "supersecret" : argv[3], good),
                 asio::detached);
  loop.run();
  return good ? 0 : 1;
}
