#include <medusa/client/async_core.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <medusa/client/async_client.hpp>
#include <medusa/medusa.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/async_scripted_transport.hpp>
#include <medusa/testing/virtual_clock.hpp>
#include <support/task.hpp>
#include <support/twins.hpp>

// How calls are driven, where handlers, transports and clients do what they can to disturb it.
namespace {

using namespace medusa;
using namespace medusa::testing;

/// Answers each request with the next status, from within `send`, and then does something else.
struct meddling_transport {
  using result_type = result<response_view, scripted_error>;
  int status = 404;
  void (*afterwards)(void*) = nullptr;
  void* argument = nullptr;
  constexpr void send(request const&, async_handler<result_type> handler) {
    handler(response_view{status, ""});
    if (afterwards != nullptr) afterwards(argument);
  }
};

constexpr bool test_polled_from_a_handler() {
  async_scripted_transport server{expect(method::get, "/admin/users/a").answer(404).times(2)};
  admin::async_client<async_scripted_transport&, json::scanner, fixed<48, 4>> client{
      server, {.base_url = "https://shop.example"}};
  int done = 0;
  client.users().retrieve("a",
                          [&](auto) { ++done, client.poll(); });  // does nothing: it is polling
  client.users().retrieve("a", [&](auto) { ++done; });
  client.poll();
  if (done != 1) return false;
  client.poll();
  return done == 2 && server.finished();
}

/// A wait is over at its end, and a frame in which nothing has happened changes nothing.
constexpr bool test_polled_at_the_end_of_a_wait() {
  async_scripted_transport server{
      expect(method::get, "/admin/users/a").answer(503).header("Retry-After", "2"),
      expect(method::get, "/admin/users/a").answer(404)};
  virtual_clock clock;
  admin::async_client<async_scripted_transport&, json::scanner, fixed<48, 4>, virtual_clock&>
      client{server, {.base_url = "https://shop.example", .retry = {.max_retries = 1}}, clock};
  errc code{};
  client.users().retrieve("a", [&code](auto user) { code = user.error().code; });
  client.poll();
  clock.advance(duration::milliseconds(1999));
  client.poll();
  if (server.script().requests() != 1) return false;
  clock.advance(duration::milliseconds(1));
  client.poll();
  if (server.script().requests() != 2) return false;
  client.poll();
  return code == errc::not_found && server.finished();
}

/// The answer of a provider is for those that wait for it.
constexpr bool test_credentials_for_those_that_wait() {
  async_scripted_transport server{expect(method::get, "/admin/users/a").answer(401),
                                  expect(method::get, "/admin/users/b").answer(404)};
  async_handler<std::optional<credentials>> asked;
  auto provider = [&asked](async_handler<std::optional<credentials>> h) { asked = std::move(h); };
  admin::async_client<async_scripted_transport&, json::scanner, fixed<48, 4>, no_clock,
                      decltype(provider)&>
      client{server,
             {.base_url = "https://shop.example", .credentials = api_token{"old"}},
             no_clock(),
             provider};
  errc a{};
  errc b{};
  client.users().retrieve("a", [&a](auto user) { a = user.error().code; });
  client.poll();
  client.users().retrieve("b", [&b](auto user) { b = user.error().code; });
  asked = {};
  if (a != errc::unauthorized || b != errc{}) return false;
  client.poll();
  return b == errc::not_found && server.finished();
}

/// A handler may end the client that polls.
constexpr bool test_a_client_that_ends_while_it_polls() {
  using client_type = admin::async_client<async_scripted_transport&, json::scanner, fixed<48, 4>>;
  async_scripted_transport server{expect(method::get, "/admin/users/a").answer(404).times(2)};
  std::optional<client_type> client;
  client.emplace(server, basic_options<no_clock>{.base_url = "https://shop.example"});
  int ended = 0;
  errc code{};
  client->users().retrieve("a", [&](auto) { ++ended, client.reset(); });
  client->users().retrieve("a", [&](auto user) { ++ended, code = user.error().code; });
  client->poll();
  return !client && ended == 2 && code == errc::cancelled;
}

/// What comes after a call was given up is for nobody, whoever has its place by then.
constexpr bool test_an_answer_that_comes_too_late() {
  struct keeping_transport {
    using result_type = result<response_view, scripted_error>;
    std::array<async_handler<result_type>, 2> kept{};
    std::size_t size = 0;
    constexpr void send(request const&, async_handler<result_type> handler) {
      kept[size++] = std::move(handler);
    }
  } server;
  virtual_clock clock;
  admin::async_client<keeping_transport&, json::scanner, fixed<48, 4>, virtual_clock&, no_provider,
                      1>
      client{server, {.base_url = "https://shop.example", .timeout = duration::seconds(1)}, clock};
  errc code{};
  auto const keep = [&code](auto user) { code = user.error().code; };
  client.users().retrieve("a", keep);
  clock.advance(duration::seconds(1));
  client.poll();
  if (code != errc::timed_out || server.kept[0].wanted()) return false;
  client.users().retrieve("a", keep);
  server.kept[0](response_view{404, ""});
  if (code != errc::timed_out) return false;
  server.kept[1](response_view{403, ""});
  return code == errc::forbidden;
}

/// What a call keeps of its options lies behind its credentials.
constexpr bool test_kept_headers_and_credentials() {
  auto const sent = [](credentials const& c, std::string_view name, std::string_view value) {
    async_scripted_transport server{expect(method::get, "/admin/users/a")
                                        .with_header(name, value)
                                        .with_header("X-Tenant", "seven")
                                        .answer(404)};
    admin::async_client<async_scripted_transport&, json::scanner, fixed<48, 4>> client{
        server, {.base_url = "https://shop.example", .credentials = c}};
    header const own[] = {{"X-Tenant", "seven"}};
    errc code{};
    client.users().retrieve("a", {.headers = own}, [&](auto user) { code = user.error().code; });
    client.poll();
    return code == errc::not_found && server.finished();
  };
  return sent(api_token{"0123456789abcdef"}, "x-medusa-access-token", "0123456789abcdef") &&
         sent(bearer{"0123456789abcdef"}, "Authorization", "Bearer 0123456789abcdef") &&
         sent(session_cookie{"0123456789abcdef"}, "Cookie", "connect.sid=0123456789abcdef");
}

}  // namespace

TWIN("headers of a call, and its credentials", test_kept_headers_and_credentials);
TWIN("a client that ends while it polls", test_a_client_that_ends_while_it_polls);
TWIN("an answer that comes too late", test_an_answer_that_comes_too_late);
TWIN("credentials for those that wait", test_credentials_for_those_that_wait);
TWIN("polled at the end of a wait", test_polled_at_the_end_of_a_wait);
TWIN("polled from a handler", test_polled_from_a_handler);

TEST_CASE("the buffer of a call grows for headers that are kept") {
  async_scripted_transport server{
      expect(method::get, "/admin/users/a").with_header("X-Long", "").answer(404)};
  admin::async_client<async_scripted_transport&, json::scanner, hosted> client{
      server, {.base_url = "https://shop.example"}};
  errc code{};
  {
    std::string const value(6000, 'v');
    header const own[] = {{"X-Long", value}};
    client.users().retrieve("a", {.headers = own},
                            [&](auto const& user) { code = user.error().code; });
  }
  client.poll();
  CHECK(code == errc::transport_failed);  // it has another value than expected
}

TEST_CASE("a transport whose answer ends the client from within send") {
  using client_type = admin::async_client<meddling_transport&, json::scanner, fixed<48, 4>>;
  meddling_transport server;
  std::optional<client_type> client;
  client.emplace(server, basic_options<no_clock>{.base_url = "https://shop.example"});
  bool done = false;
  client->users().retrieve(
      "a", [&](auto user) { done = user.error().code == errc::not_found, client.reset(); });
  CHECK(done);
  CHECK_FALSE(client);
}

TEST_CASE("a transport that retries into the end of the client") {
  using client_type =
      admin::async_client<meddling_transport&, json::scanner, fixed<48, 4>, virtual_clock&>;
  meddling_transport server{.status = 503};
  virtual_clock clock;
  std::optional<client_type> client;
  client.emplace(
      server,
      basic_options<virtual_clock>{.base_url = "https://shop.example", .retry = {.max_retries = 3}},
      clock);
  server.argument = &client;
  server.afterwards = [](void* p) { static_cast<std::optional<client_type>*>(p)->reset(); };
  errc code{};
  client->users().retrieve(
      "a", [&](auto user) { code = user.error().code; });  // has answered, and waits
  CHECK(code == errc::cancelled);
}

TEST_CASE("polled from within send, after the answer") {
  using client_type =
      admin::async_client<meddling_transport&, json::scanner, fixed<48, 4>, virtual_clock&>;
  struct scene {
    meddling_transport server{.status = 503};
    virtual_clock clock{};
    client_type client{
        server, {.base_url = "https://shop.example", .retry = {.max_retries = 1}}, clock};
  } s;
  s.server.argument = &s;
  s.server.afterwards = [](void* p) {
    auto& self = *static_cast<scene*>(p);
    self.clock.advance(duration::seconds(60));
    self.client
        .poll();  // must not take the answered request for a silent one, which would end a create
  };
  std::uint32_t attempts = 0;
  errc code{};
  s.client.users().create({.email = "e", .password = "p"}, [&](auto user) {
    code = user.error().code;
    attempts = user.error().attempts;
  });
  for (int frame = 0; frame < 3; ++frame) {
    s.clock.advance(duration::seconds(1));
    s.client.poll();
  }
  CHECK(code == errc::unavailable);
  CHECK(attempts == 2);
}

#if defined(__cpp_exceptions)

namespace {

struct throwing_transport {
  using result_type = result<response_view, scripted_error>;
  bool answers_first = false;
  int quiet = 0;  ///< requests that are kept, before it begins to throw
  std::vector<async_handler<result_type>> kept{};
  void send(request const&, async_handler<result_type> handler) {
    if (quiet-- > 0) return kept.push_back(std::move(handler));
    if (answers_first) handler(response_view{404, ""});
    throw std::runtime_error("no");
  }
};
using throwing_client =
    admin::async_client<throwing_transport&, json::scanner, fixed<48, 4>, virtual_clock&>;
basic_options<virtual_clock> const core_options{.base_url = "https://shop.example",
                                                .retry = {.max_retries = 1}};

}  // namespace

TEST_CASE("what a transport throws passes through, and the handler has run") {
  for (bool const first : {false, true}) {
    throwing_transport server{.answers_first = first};
    virtual_clock clock;
    throwing_client client{server, core_options, clock};
    std::vector<errc> codes;
    for (int i = 0; i < 6; ++i)  // the places of the calls before are free again
      CHECK_THROWS_AS(
          client.users().retrieve("a", [&](auto user) { codes.push_back(user.error().code); }),
          std::runtime_error);
    CHECK(codes == std::vector<errc>(6, first ? errc::not_found : errc::transport_failed));
  }
}

TEST_CASE("what it throws in a repetition comes out of poll") {
  throwing_transport server{.quiet = 1};
  virtual_clock clock;
  throwing_client client{server, core_options, clock};
  std::vector<errc> codes;
  client.users().retrieve("a", [&](auto user) { codes.push_back(user.error().code); });
  server.kept[0](unexpected(scripted_error::refused));
  clock.advance(duration::seconds(1));
  CHECK_THROWS_AS(client.poll(), std::runtime_error);
  CHECK(codes == std::vector<errc>{errc::transport_failed});
  server.quiet = 1;
  client.poll();  // not stuck
  client.users().retrieve("a", [&](auto user) { codes.push_back(user.error().code); });
  server.kept[1](response_view{403, ""});
  CHECK(codes.back() == errc::forbidden);
}

TEST_CASE("what it throws comes out of co_await") {
  throwing_transport server{};
  virtual_clock clock;
  throwing_client client{server, core_options, clock};
  auto const run = [](auto& c) -> support::task {
    static_cast<void>(co_await c.users().retrieve("a"));
  };
  support::task const t = run(client);
  CHECK(t.done());
  CHECK_THROWS_AS(std::rethrow_exception(t.error()), std::runtime_error);
}

namespace {
struct failing_clock : virtual_clock {
  bool fails = false;
  duration now() const {
    if (fails) throw std::runtime_error("no time");
    return virtual_clock::now();
  }
};
}  // namespace

TEST_CASE("what is thrown on the way to a result passes through, and the handler has run") {
  async_scripted_transport server{expect(method::get, "/admin/users/a").answer(404).times(2)};
  failing_clock clock;
  std::vector<errc> codes;
  admin::async_client<async_scripted_transport&, json::scanner, fixed<48, 4>, failing_clock&,
                      no_provider, 1>
      client{server, {.base_url = "https://shop.example"}, clock};
  client.users().retrieve("a", [&](auto user) { codes.push_back(user.error().code); });
  clock.fails = true;
  CHECK_THROWS_AS(client.poll(), std::runtime_error);
  CHECK(codes == std::vector<errc>{errc::transport_failed});
  clock.fails = false;
  client.users().retrieve("a", [&](auto user) { codes.push_back(user.error().code); });
  client.poll();
  CHECK(codes == std::vector<errc>{errc::transport_failed, errc::not_found});
}

TEST_CASE("what a handler throws passes through") {
  async_scripted_transport server{expect(method::get, "/admin/users/a").answer(404).times(2)};
  admin::async_client<async_scripted_transport&, json::scanner, fixed<48, 4>, no_clock, no_provider,
                      1>
      client{server, {.base_url = "https://shop.example"}};
  for (int i = 0; i < 2; ++i) {
    client.users().retrieve("a", [](auto) { throw std::runtime_error("no"); });
    CHECK_THROWS_AS(client.poll(), std::runtime_error);
  }
  CHECK(server.finished());
}

#endif
