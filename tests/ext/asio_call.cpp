#include <medusa/ext/asio_call.hpp>

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <medusa/client/async_client.hpp>
#include <medusa/medusa.hpp>
#include <medusa/testing/async_scripted_transport.hpp>

namespace {

using namespace medusa;
using namespace medusa::testing;
using script = async_scripted_transport;
namespace asio = boost::asio;
using namespace std::chrono_literals;

using asio_client = admin::async_client<script&, json::scanner, hosted, ext::asio_clock>;
static_assert(async_clock<ext::asio_clock>);

asio::awaitable<void> retrieve(asio_client& client, std::string& email) {
  std::string id = "usr_1";
  auto const user =
      co_await ext::async_call(client, co_await asio::this_coro::executor,
                               admin::retrieve_user{.id = id}, {}, asio::use_awaitable);
  if (user) email = user->email;
}

}  // namespace

TEST_CASE("asio: awaited with a token, with a retry that waits on the loop") {
  for (auto const when : {script::answers::at_once, script::answers::when_polled}) {
    script server{{expect(method::get, "/admin/users/usr_1").answer(503),
                   expect(method::get, "/admin/users/usr_1")
                       .answer(200, R"({"user":{"id":"usr_1","email":"ada@example.com"}})")},
                  when};
    asio::io_context loop;
    asio_client client{
        server,
        {.base_url = "https://shop.example", .retry = {.max_retries = 1, .base_delay = 1ms}},
        ext::asio_clock(loop.get_executor())};
    std::string email;
    asio::co_spawn(loop, retrieve(client, email), asio::detached);
    for (int i = 0; i < 1000 && email.empty(); ++i) {
      loop.run_for(5ms);
      loop.restart();
      server.poll();
    }
    CHECK(email == "ada@example.com");
    CHECK(server.finished());
  }
}

TEST_CASE("asio: a cancellation slot ends a call that waits") {
  script server{{expect(method::get, "/admin/users/u").answer(503).header("Retry-After", "200")},
                script::answers::at_once};
  asio::cancellation_signal signal;
  std::optional<errc> code;
  asio::io_context loop;
  asio_client client{server,
                     {.base_url = "https://shop.example", .retry = {.max_retries = 1}},
                     ext::asio_clock(loop.get_executor())};
  ext::async_call(client, loop.get_executor(), admin::retrieve_user{.id = "u"}, {},
                  asio::bind_cancellation_slot(
                      signal.slot(), [&code](asio_client::result<asio_client::user> user) {
                        code = user.error().code;
                      }));
  loop.run_for(50ms);
  CHECK_FALSE(code.has_value());
  signal.emit(asio::cancellation_type::terminal);
  loop.restart();
  loop.run_for(10s);
  CHECK(code == errc::cancelled);
}

TEST_CASE("asio: a loop does not go on for a wait that nobody waits for") {
  asio::io_context loop;
  {
    script server{{expect(method::get, "/admin/users/u").answer(503).header("Retry-After", "200")},
                  script::answers::at_once};
    asio_client client{server,
                       {.base_url = "https://shop.example", .retry = {.max_retries = 1}},
                       ext::asio_clock(loop.get_executor())};
    client.users().retrieve("u", [](auto const&) {});
  }
  loop.run_for(10s);
  CHECK(loop.stopped());
}
