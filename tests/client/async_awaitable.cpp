#include <medusa/client/async_awaitable.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <medusa/client/async_client.hpp>
#include <medusa/medusa.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/async_scripted_transport.hpp>
#include <medusa/testing/virtual_clock.hpp>
#include <support/allocations.hpp>
#include <support/task.hpp>

// Coroutines. (None of them is usable in constant evaluation.)
namespace {

using namespace medusa;
using namespace medusa::testing;
using script = async_scripted_transport;
using support::task;

constexpr std::string_view awaited_ada = R"({"user":{"id":"usr_1","email":"ada@example.com"}})";
template <class S>
using awaiting = admin::async_client<script&, json::scanner, S, virtual_clock&>;

constexpr basic_options<virtual_clock> awaiting_options(std::uint32_t retries = 0) {
  return {.base_url = "https://shop.example",
          .credentials = api_token{"tok"},
          .retry = {.max_retries = retries}};
}

using made = decltype(std::declval<awaiting<hosted>&>().users().retrieve("u"));
static_assert(!std::is_move_constructible_v<made> && !std::is_copy_constructible_v<made> &&
              !std::is_move_assignable_v<made>);

template <class Client>
task all_seven(Client& client, int& good) {
  auto const users = client.users();
  good += (co_await users.create({.email = "ada@example.com", .password = "s3cret"})) ? 1 : 0;
  auto const user = co_await users.retrieve("usr_1");
  good += user && user->email == "ada@example.com" ? 1 : 0;
  auto const page = co_await users.list({.q = "ada", .limit = 2});
  good += page && page->users[0].id == "usr_1" ? 1 : 0;
  good +=
      (co_await users.update("usr_1", {.first_name = "Grace"}, {.timeout = duration::seconds(3)}))
          ? 1
          : 0;
  good += (co_await users.send_reset_password_token({.email = "ada@example.com"})) ? 1 : 0;
  good += (co_await users.reset_password({.token = "t", .password = "new"})) ? 1 : 0;
  good += (co_await users.remove("usr_1"))->deleted ? 1 : 0;
}

template <class S>
void check_all_seven(script::answers when) {
  script server{{expect(method::post, "/admin/users").answer(200, awaited_ada),
                 expect(method::get, "/admin/users/usr_1").answer(200, awaited_ada),
                 expect(method::get, "/admin/users?q=ada&limit=2")
                     .answer(200, R"({"users":[{"id":"usr_1"}],"count":1,"offset":0,"limit":2})"),
                 expect(method::post, "/admin/users/usr_1").answer(200, awaited_ada),
                 expect(method::post, "/admin/users/password-token").answer(204),
                 expect(method::post, "/admin/users/reset-password").answer(200, awaited_ada),
                 expect(method::del, "/admin/users/usr_1")
                     .answer(200, R"({"id":"usr_1","object":"user","deleted":true})")},
                when};
  virtual_clock clock;
  awaiting<S> client{server, awaiting_options(), clock};
  int good = 0;
  task const t = all_seven(client, good);
  for (int frame = 0; frame < 7; ++frame) client.poll();
  CHECK(t.done());
  CHECK(good == 7);
  CHECK(server.finished());
}

}  // namespace

TEST_CASE("the seven operations awaited") {
  for (auto const when : {script::answers::when_polled, script::answers::at_once}) {
    check_all_seven<hosted>(when);
    check_all_seven<fixed<48, 4>>(when);
    check_all_seven<borrowed<4>>(when);
  }
}

TEST_CASE("answers at once need no stack") {
  constexpr std::size_t times = 200'000;
  std::vector<scripted_step> const steps{
      expect(method::get, "/admin/users/u").answer(404).times(times)};
  script server{steps, script::answers::at_once};
  virtual_clock clock;
  awaiting<fixed<48, 4>> client{server, awaiting_options(), clock};
  auto const run = [](auto& c) -> task {
    for (std::size_t i = 0; i < times; ++i) static_cast<void>(co_await c.users().retrieve("u"));
  };
  task const t = run(client);
  CHECK(t.done());
  CHECK(server.finished());
}

TEST_CASE("retries at once need no stack either") {
  constexpr std::size_t times = 200'000;
  std::vector<scripted_step> const steps{
      expect(method::get, "/admin/users/u").answer(503).header("Retry-After", "0").times(times)};
  script server{steps, script::answers::at_once};
  struct eager_clock : virtual_clock {  // its waits are over at once
    void wait(duration d, async_handler<elapsed> handler) { virtual_clock::wait(d), handler(); }
  };
  static_assert(async_clock<eager_clock>);
  eager_clock clock;
  admin::async_client<script&, json::scanner, fixed<48, 4>, eager_clock&> client{
      server, {.base_url = "https://shop.example", .retry = {.max_retries = times - 1}}, clock};
  errc code{};
  client.users().retrieve("u", [&code](auto user) { code = user.error().code; });
  CHECK(code == errc::unavailable);
  CHECK(server.finished());
}

TEST_CASE("no memory is asked for but the coroutine's frame") {
  script server{{expect(method::get, "/admin/users/u")
                     .answer(200, R"({"user":{"id":"u","email":"e"}})")
                     .times(3)}};
  virtual_clock clock;
  awaiting<fixed<48, 4>> client{server, awaiting_options(), clock};
  auto const run = [](auto& c, int& good) -> task {
    for (int i = 0; i < 3; ++i) good += (co_await c.users().retrieve("u")) ? 1 : 0;
  };
  int good = 0;
  auto const count = support::allocations_of([&] {
    task const t = run(client, good);
    for (int frame = 0; frame < 3; ++frame) client.poll();
  });
  CHECK(count == 1);
  CHECK(good == 3);
}

TEST_CASE("what is awaited and cannot be sent gives its error") {
  script server{};
  virtual_clock clock;
  awaiting<hosted> client{server, awaiting_options(), clock};
  std::optional<errc> code;
  auto const run = [](auto& c, auto& out) -> task {
    auto const user = co_await c.users().retrieve("..");
    out = user.error().code;
  };
  task const t = run(client, code);
  CHECK(code == errc::invalid_id);
  CHECK(server.script().requests() == 0);
}

TEST_CASE("two coroutines on one client") {
  script server{
      {expect(method::get, "/admin/users/a").answer(200, R"({"user":{"id":"a","email":"e"}})"),
       expect(method::get, "/admin/users/b").fail(scripted_error::broken),
       expect(method::get, "/admin/users/b").answer(200, R"({"user":{"id":"b","email":"e"}})")}};
  virtual_clock clock;
  awaiting<hosted> client{server, awaiting_options(1), clock};
  auto const run = [](auto& c, std::string_view id, std::string& out) -> task {
    out = (co_await c.users().retrieve(id))->id;
  };
  std::string a, b;
  task const first = run(client, "a", a);
  task const second = run(client, "b", b);
  CHECK(server.waiting() == 2);
  for (int frame = 0; frame < 100; ++frame) {
    clock.advance(duration::milliseconds(16));
    client.poll();
  }
  CHECK(a == "a");
  CHECK(b == "b");
  CHECK(server.finished());
}

TEST_CASE("a client that goes ends what is awaited") {
  script server{expect(method::get, "/admin/users/u").answer(200, awaited_ada)};
  virtual_clock clock;
  std::optional<awaiting<hosted>> client;
  client.emplace(server, awaiting_options(), clock);
  std::optional<errc> code;
  auto const run = [](auto& c, auto& out) -> task {
    auto const user = co_await c.users().retrieve("u");
    out = user.error().code;
  };
  task const t = run(*client, code);
  CHECK_FALSE(code);
  client.reset();
  CHECK(code == errc::cancelled);
  CHECK(t.done());
  server.poll();  // an answer for nobody
}

TEST_CASE("a coroutine that goes ends its call") {
  script server{expect(method::get, "/admin/users/u").answer(200, awaited_ada)};
  virtual_clock clock;
  awaiting<hosted> client{server, awaiting_options(), clock};
  bool resumed = false;
  auto const run = [](auto& c, bool& after) -> task {
    static_cast<void>(co_await c.users().retrieve("u"));
    after = true;
  };
  {
    task const t = run(client, resumed);
    CHECK(server.waiting() == 1);
  }
  CHECK(server.waiting() == 0);
  client.poll();
  CHECK_FALSE(resumed);
}

TEST_CASE("a handler may end the client") {
  script server{{expect(method::get, "/admin/users/a").answer(404),
                 expect(method::get, "/admin/users/b").answer(404)}};
  virtual_clock clock;
  std::optional<awaiting<hosted>> client;
  client.emplace(server, awaiting_options(), clock);
  int calls = 0;
  client->users().retrieve("a", [&](auto) { ++calls, client.reset(); });
  client->users().retrieve(
      "b", [&](auto user) { calls += user.error().code == errc::cancelled ? 10 : 100; });
  client->poll();
  CHECK(calls == 11);
  CHECK_FALSE(client);
}
