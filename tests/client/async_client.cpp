#include <medusa/client/async_client.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/async_scripted_transport.hpp>
#include <medusa/testing/virtual_clock.hpp>
#include <support/twins.hpp>

// Handlers, in constant evaluation and out of it; tests/client/async_awaitable.cpp has the
// coroutines.
namespace {

using namespace medusa;
using namespace medusa::testing;
using script = async_scripted_transport;

constexpr std::string_view async_ada = R"({"user":{"id":"usr_1","email":"ada@example.com"}})";

template <class S>
using plain_client = admin::async_client<script&, json::scanner, S>;
using async_retrying = admin::async_client<script&, json::scanner, fixed<48, 4>, virtual_clock&>;

constexpr basic_options<no_clock> async_plain() {
  return {.base_url = "https://shop.example", .credentials = api_token{"tok"}};
}
constexpr basic_options<virtual_clock> async_retries(std::uint32_t n) {
  return {.base_url = "https://shop.example",
          .credentials = api_token{"tok"},
          .retry = {.max_retries = n}};
}

template <class S>
constexpr bool test_async_all_seven() {
  for (auto const when : {script::answers::when_polled, script::answers::at_once}) {
    script server{{expect(method::post, "/admin/users")
                       .body(R"({"email":"ada@example.com","password":"s3cret"})")
                       .answer(200, async_ada),
                   expect(method::get, "/admin/users/usr_1").answer(200, async_ada),
                   expect(method::get, "/admin/users?q=ada&limit=2")
                       .answer(200, R"({"users":[{"id":"usr_1"}],"count":1,"offset":0,"limit":2})"),
                   expect(method::post, "/admin/users/usr_1")
                       .body(R"({"first_name":"Grace","last_name":null})")
                       .answer(200, async_ada),
                   expect(method::post, "/admin/users/password-token")
                       .body(R"({"email":"ada@example.com"})")
                       .answer(204),
                   expect(method::post, "/admin/users/reset-password")
                       .body(R"({"token":"t","password":"new"})")
                       .answer(200, async_ada),
                   expect(method::del, "/admin/users/usr_1")
                       .body("")
                       .answer(200, R"({"id":"usr_1","object":"user","deleted":true})")},
                  when};
    plain_client<S> client{server, async_plain()};
    auto const users = client.users();
    int good = 0;
    auto const count = [&good](auto const& result) { good += result ? 1 : 0; };
    users.create({.email = "ada@example.com", .password = "s3cret"}, count);
    client.poll();
    users.retrieve(
        "usr_1", [&good](auto user) { good += user && user->email == "ada@example.com" ? 1 : 0; });
    client.poll();
    users.list({.q = "ada", .limit = 2},
               [&good](auto page) { good += page && page->users[0].id == "usr_1" ? 1 : 0; });
    client.poll();
    users.update("usr_1", {.first_name = "Grace", .last_name = nullptr}, count);
    client.poll();
    users.send_reset_password_token({.email = "ada@example.com"}, count);
    client.poll();
    users.reset_password({.token = "t", .password = "new"}, count);
    client.poll();
    users.remove("usr_1", [&good](auto gone) { good += gone && gone->deleted ? 1 : 0; });
    client.poll();
    if (good != 7 || !server.finished()) return false;
  }
  return true;
}

constexpr bool test_async_retries() {
  for (auto const when : {script::answers::when_polled, script::answers::at_once}) {
    script server{
        {expect(method::get, "/admin/users/u").fail(scripted_error::broken),
         expect(method::get, "/admin/users/u").answer(503).header("Retry-After", "2"),
         expect(method::get, "/admin/users/u").answer(200, R"({"user":{"id":"u","email":"e"}})")},
        when};
    virtual_clock clock(7);
    async_retrying client{server, async_retries(2), clock};
    int done = 0;
    client.users().retrieve("u", [&done](auto user) { done = user ? 1 : -1; });
    for (int frame = 0; frame < 400 && done == 0; ++frame) {
      clock.advance(duration::milliseconds(16));
      client.poll();
    }
    if (done != 1 || !server.finished() || clock.now() < duration::seconds(2)) return false;
  }
  return true;
}

/// Answers what it is told to, when it is told to, or never.
struct manual_transport {
  using result_type = result<response_view, scripted_error>;
  struct kept {
    async_handler<result_type> handler{};
    request seen{};
  };
  std::array<kept, 8> sent{};
  std::size_t count = 0;

  constexpr void send(request const& r, async_handler<result_type> handler) {
    sent[count].seen = r;
    sent[count++].handler = std::move(handler);
  }
  constexpr void answer(std::size_t i, int status, std::string_view body) {
    sent[i].handler(response_view{status, body});
  }
};
static_assert(async_transport<manual_transport> && check_async_transport<manual_transport>());

using manual_client = admin::async_client<manual_transport&, json::scanner, fixed<48, 4>,
                                          virtual_clock&, no_provider, 2>;
constexpr duration async_ms(std::int64_t n) { return duration::milliseconds(n); }

/// Notes what a call came to, and how often.
struct outcome_log {
  int calls = 0;
  errc code{};
  std::uint32_t attempts = 0;
  bool transport = false;
  constexpr auto handler() {
    return [this](auto const& result) {
      ++calls;
      code = result ? errc{} : result.error().code;
      attempts = result ? 0 : result.error().attempts;
      transport = !result && result.error().transport.has_value();
    };
  }
  constexpr bool once(errc wanted) const { return calls == 1 && code == wanted; }
};

constexpr bool test_two_calls_at_once_in_any_order() {
  manual_transport server;
  virtual_clock clock;
  manual_client client{server, async_retries(0), clock};
  std::array<char, 2> ids{};
  client.users().retrieve("a", [&ids](auto user) { ids[0] = std::string_view(user->id)[0]; });
  client.users().retrieve("b", [&ids](auto user) { ids[1] = std::string_view(user->id)[0]; });
  if (server.sent[0].seen.target != "/admin/users/a" ||
      server.sent[1].seen.target != "/admin/users/b")
    return false;
  server.answer(1, 200, R"({"user":{"id":"b","email":"e"}})");
  if (ids != std::array<char, 2>{'\0', 'b'}) return false;
  server.answer(0, 200, R"({"user":{"id":"a","email":"e"}})");
  return ids == std::array<char, 2>{'a', 'b'};
}

constexpr bool test_too_many_calls_end_at_once() {
  manual_transport server;
  virtual_clock clock;
  outcome_log first, second, third;
  manual_client client{server, async_retries(0), clock};
  client.users().retrieve("a", first.handler());
  client.users().retrieve("b", second.handler());
  client.users().retrieve("c", third.handler());
  if (!third.once(errc::too_many_calls) || first.calls + second.calls != 0 || server.count != 2)
    return false;
  server.answer(0, 404, "");
  client.users().retrieve("c", third.handler());
  return first.once(errc::not_found) && third.calls == 1 && server.count == 3;
}

constexpr bool test_what_cannot_be_sent_is_told_at_once() {
  manual_transport server;
  virtual_clock clock;
  outcome_log bad, again;
  manual_client client{server, async_retries(0), clock};
  client.users().retrieve("", bad.handler());
  if (!bad.once(errc::missing_value)) return false;
  manual_client wrong{server, {.base_url = "shop"}, clock};
  wrong.users().retrieve("a", again.handler());
  return again.once(errc::invalid_url) && server.count == 0;
}

constexpr bool test_a_transport_that_never_answers() {
  manual_transport server;
  virtual_clock clock;
  outcome_log log;
  manual_client client{server, async_retries(1), clock};
  client.users().retrieve("a", {.timeout = async_ms(1000), .deadline = async_ms(5000)},
                          log.handler());
  clock.advance(async_ms(999));
  client.poll();
  if (!server.sent[0].handler.wanted() || log.calls != 0) return false;
  clock.advance(async_ms(1));
  client.poll();  // a broken connection, as far as anybody knows: repeated
  if (server.sent[0].handler.wanted() || log.calls != 0) return false;
  clock.advance(async_ms(500));
  client.poll();
  if (server.count != 2) return false;
  server.answer(0, 200, async_ada);  // too late
  clock.advance(async_ms(1000));
  client.poll();
  server.answer(1, 200, async_ada);
  return log.once(errc::timed_out) && log.attempts == 2 && !log.transport;
}

constexpr bool test_the_deadline_ends_a_silent_call() {
  manual_transport server;
  virtual_clock clock;
  outcome_log log;
  manual_client client{server, async_retries(0), clock};
  client.users().retrieve("a", {.deadline = async_ms(100)}, log.handler());
  if (server.sent[0].seen.timeout != async_ms(100)) return false;
  clock.advance(async_ms(100));
  client.poll();
  return log.once(errc::deadline_exceeded);
}

constexpr bool test_cancelled_while_sending_and_waiting() {
  manual_transport server;
  virtual_clock clock;
  outcome_log sending, waiting, before;
  bool flag = false;
  manual_client client{server, async_retries(1), clock};
  client.users().retrieve("a", {.cancel = &flag}, sending.handler());
  client.users().retrieve("b", {.cancel = &flag}, waiting.handler());
  server.sent[1].handler(unexpected(scripted_error::broken));
  client.poll();
  if (sending.calls + waiting.calls != 0) return false;
  flag = true;
  client.poll();
  client.users().retrieve("c", {.cancel = &flag}, before.handler());
  return sending.once(errc::cancelled) && waiting.once(errc::cancelled) &&
         before.once(errc::cancelled) && !server.sent[0].handler.wanted() && server.count == 2;
}

constexpr bool test_a_client_that_goes_cancels_its_calls() {
  manual_transport server;
  virtual_clock clock;
  outcome_log first, second;
  {
    manual_client client{server, async_retries(1), clock};
    client.users().retrieve("a", first.handler());
    // A handler that runs while the client goes may begin another call, which comes to nothing.
    client.users().retrieve(
        "b", [&client, &second](auto) { client.users().retrieve("c", second.handler()); });
  }
  if (!first.once(errc::cancelled) || !second.once(errc::cancelled) || server.count != 2)
    return false;
  server.answer(0, 200, async_ada);
  server.answer(1, 200, async_ada);
  return first.calls == 1 && second.calls == 1;
}

constexpr bool test_answered_twice_and_dropped() {
  manual_transport server;
  virtual_clock clock;
  outcome_log twice, dropped;
  manual_client client{server, async_retries(3), clock};
  client.users().retrieve("a", twice.handler());
  client.users().retrieve("b", dropped.handler());
  server.answer(0, 404, "");
  server.answer(0, 200, async_ada);
  server.sent[1].handler = {};
  return twice.once(errc::not_found) && dropped.once(errc::transport_failed) && !dropped.transport;
}

constexpr bool test_nothing_is_viewed_after_the_start() {
  manual_transport server;
  virtual_clock clock(3);
  outcome_log log;
  manual_client client{server, async_retries(1), clock};
  char id[] = "usr_1";
  char email[] = "ada@example.com";
  char key[] = "key-1";
  char name[] = "X-Tenant";
  char value[] = "seven";
  {
    std::array<header, 1> headers{header{name, value}};
    client.users().update(std::string_view(id), {.first_name = std::string_view(email)},
                          {.headers = headers, .idempotency_key = key}, log.handler());
    headers[0] = {"none", "none"};
  }
  id[0] = email[0] = key[0] = name[0] = value[0] = '!';
  server.sent[0].handler(unexpected(scripted_error::refused));
  clock.advance(duration::seconds(1));
  client.poll();
  request const& again = server.sent[1].seen;
  return server.count == 2 && again.target == "/admin/users/usr_1" &&
         again.body == R"({"first_name":"ada@example.com"})" &&
         again.header("Idempotency-Key") == "key-1" && again.header("X-Tenant") == "seven" &&
         again.header("x-medusa-access-token") == "tok";
}

/// Each call begins the next, in place of the one before.
struct chain {
  admin::async_client<script&, json::scanner, fixed<48, 4>, no_clock, no_provider, 1>* client;
  int* left;
  constexpr void operator()(
      result<basic_user<fixed<48, 4>>, failure<fixed<48, 4>, scripted_error>> user) const {
    if (user && --*left > 0) client->users().retrieve("u", chain{client, left});
  }
};

constexpr bool test_handlers_may_begin_calls() {
  script server{{expect(method::get, "/admin/users/u")
                     .answer(200, R"({"user":{"id":"u","email":"e"}})")
                     .times(5)}};
  admin::async_client<script&, json::scanner, fixed<48, 4>, no_clock, no_provider, 1> client{
      server, async_plain()};
  int left = 5;
  client.users().retrieve("u", chain{&client, &left});
  for (int frame = 0; frame < 5; ++frame) client.poll();
  return left == 0 && server.finished();
}

constexpr bool test_async_login_stays_in_the_client() {
  script server{expect(method::post, "/admin/auth/token")
                    .without_header("x-medusa-access-token")
                    .answer(200, R"({"access_token":"jwt"})"),
                expect(method::get, "/admin/auth")
                    .with_header("Authorization", "Bearer jwt")
                    .answer(200, async_ada)};
  outcome_log in, me;
  plain_client<fixed<48, 4>> client{server, async_plain()};
  client.auth().get_token({.email = "e", .password = "p"}, in.handler());
  client.poll();
  client.auth().get_session(me.handler());
  client.poll();
  return in.once({}) && me.once({}) && server.finished();
}

}  // namespace

TEST_CASE("the seven operations with handlers") {
  CHECK(test_async_all_seven<fixed<48, 4>>());
  CHECK(test_async_all_seven<borrowed<4>>());
}
static_assert(test_async_all_seven<fixed<48, 4>>());
static_assert(test_async_all_seven<borrowed<4>>());

TEST_CASE("retries wait without blocking") { CHECK(test_async_retries()); }
static_assert(test_async_retries());

TWIN("two calls at once in any order", test_two_calls_at_once_in_any_order);
TWIN("too many calls end at once", test_too_many_calls_end_at_once);
TWIN("what cannot be sent is told at once", test_what_cannot_be_sent_is_told_at_once);
TWIN("a transport that never answers", test_a_transport_that_never_answers);
TWIN("the deadline ends a silent call", test_the_deadline_ends_a_silent_call);
TWIN("cancelled while sending and waiting", test_cancelled_while_sending_and_waiting);
TWIN("a client that goes cancels its calls", test_a_client_that_goes_cancels_its_calls);
TWIN("answered twice and dropped", test_answered_twice_and_dropped);
TWIN("nothing is viewed after the start", test_nothing_is_viewed_after_the_start);
TWIN("handlers may begin calls", test_handlers_may_begin_calls);
TWIN("async login stays in the client", test_async_login_stays_in_the_client);
