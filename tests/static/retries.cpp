// SPDX-License-Identifier: MIT
#include <support/twins.hpp>

#include <string_view>

#include <medusa/embedded.hpp>
#include <medusa/testing/scripted_transport.hpp>
#include <medusa/testing/virtual_clock.hpp>

// Minutes of waiting, at compile time: the clock moves only when it is waited on.

namespace {

using namespace medusa;
using medusa::testing::expect;
using medusa::testing::scripted_error;
using medusa::testing::scripted_step;
using medusa::testing::scripted_transport;
using medusa::testing::virtual_clock;

template <class Storage>
using client_of = admin::client<scripted_transport&, json::scanner, Storage, virtual_clock&>;

constexpr basic_options<virtual_clock> patient{.base_url = "https://shop.example",
                                               .credentials = api_token{"tok"},
                                               .retry = {.max_retries = 3}};
constexpr scripted_step ask = expect(method::get, "/admin/users/u");
constexpr scripted_step make = expect(method::post, "/admin/users");
constexpr std::string_view user = R"({"user":{"id":"u","email":"e"}})";

template <class Storage>
constexpr bool test_too_many_requests_is_asked_again() {
  scripted_transport server{ask.answer(429, "slow down").times(3), ask.answer(200, user)};
  virtual_clock clock(7);
  client_of<Storage> client{server, patient, clock};
  auto const found = client.users().retrieve("u");
  // At most 0.5 s, then 1 s, then 2 s: the bounds double.
  return found && server.finished() && clock.waits() == 3 &&
         clock.waited() <= duration::milliseconds(3500);
}

/// The server did nothing, so even a creation is repeated, with the same key.
template <class Storage>
constexpr bool test_unavailable_is_asked_again() {
  scripted_transport server{make.answer(503), make.answer(200, user)};
  virtual_clock clock;
  client_of<Storage> client{server, patient, clock};
  return client.users().create({.email = "e", .password = "p"}) && server.finished() &&
         clock.waits() == 1;
}

template <class Storage>
constexpr bool test_the_last_refusal_is_the_result() {
  scripted_transport server{ask.answer(503).times(4)};
  virtual_clock clock;
  client_of<Storage> client{server, patient, clock};
  auto const found = client.users().retrieve("u");
  return !found && found.error().code == errc::unavailable && found.error().attempts == 4 &&
         server.finished();
}

template <class Storage>
constexpr bool test_a_broken_connection() {
  scripted_transport server{ask.fail(scripted_error::broken), ask.answer(200, user),
                            make.fail(scripted_error::broken)};
  virtual_clock clock;
  client_of<Storage> client{server, patient, clock};
  if (!client.users().retrieve("u")) return false;
  auto const made = client.users().create({.email = "e", .password = "p"});  // might happen twice
  return !made && made.error().code == errc::transport_failed && made.error().attempts == 1 &&
         made.error().transport == scripted_error::broken && server.finished();
}

template <class Storage>
constexpr bool test_a_refused_connection() {
  scripted_transport server{make.fail(scripted_error::refused).times(3), make.answer(200, user)};
  virtual_clock clock;
  client_of<Storage> client{server, patient, clock};
  return client.users().create({.email = "e", .password = "p"}) && server.finished() &&
         clock.waits() == 3;
}

template <class Storage>
constexpr bool test_retry_after() {
  scripted_transport server{ask.answer(503).header("Retry-After", "120"),
                            ask.answer(429)
                                .header("Retry-After", "Sun, 06 Nov 1994 08:50:37 GMT")
                                .header("Date", "Sun, 06 Nov 1994 08:49:37 GMT"),
                            ask.answer(503).header("Retry-After", "86400"), ask.answer(200, user)};
  virtual_clock clock;
  client_of<Storage> client{server, patient, clock};
  // 120 s, then 60 s by the server's own clock, then a day, of which the cap leaves 300 s.
  return client.users().retrieve("u") && server.finished() &&
         clock.waited() == duration::seconds(120 + 60 + 300);
}

/// A wait that would end after the deadline is not begun.
template <class Storage>
constexpr bool test_a_deadline_over_all_attempts() {
  virtual_clock clock;
  scripted_transport server{
      clock, {ask.answer(503).header("Retry-After", "4").after(duration::seconds(3)).times(2)}};
  client_of<Storage> client{server, patient, clock};
  auto const found = client.users().retrieve("u", {.deadline = duration::seconds(11)});
  return !found && found.error().code == errc::unavailable && found.error().attempts == 2 &&
         clock.now() == duration::seconds(10) && server.finished();
}

template <class Storage>
constexpr bool test_a_deadline_in_the_middle_of_an_attempt() {
  virtual_clock clock;
  scripted_transport server{clock, {ask.fail(scripted_error::timed_out)}};
  client_of<Storage> client{server, patient, clock};
  auto const found = client.users().retrieve("u", {.deadline = duration::seconds(5)});
  return !found && found.error().code == errc::deadline_exceeded &&
         found.error().stage() == stage::deadline && clock.now() == duration::seconds(5) &&
         server.last_timeout() == duration::seconds(5);
}

template <class Storage>
constexpr bool test_an_attempt_that_takes_too_long() {
  virtual_clock clock;
  scripted_transport server{clock, {ask.fail(scripted_error::timed_out)}};
  client_of<Storage> client{
      server, {.base_url = "https://shop.example", .timeout = duration::seconds(2)}, clock};
  auto const found = client.users().retrieve("u");
  return !found && found.error().code == errc::timed_out && clock.now() == duration::seconds(2) &&
         server.finished();
}

template <class Storage>
constexpr bool test_cancelled_before_it_began() {
  scripted_transport server{};
  virtual_clock clock;
  client_of<Storage> client{server, patient, clock};
  bool const stop = true;
  auto const found = client.users().retrieve("u", {.cancel = &stop});
  return !found && found.error().code == errc::cancelled &&
         found.error().stage() == stage::cancelled && found.error().attempts == 0 &&
         server.requests() == 0;
}

/// A clock that sets the flag when it is waited on, as another thread would.
struct impatient_clock : virtual_clock {
  bool stop = false;
  constexpr void wait(duration d) noexcept {
    virtual_clock::wait(d);
    stop = now() >= duration::seconds(1);
  }
};

template <class Storage>
constexpr bool test_cancelled_while_it_waits() {
  scripted_transport server{ask.answer(503).header("Retry-After", "60")};
  impatient_clock clock;
  admin::client<scripted_transport&, json::scanner, Storage, impatient_clock&> client{
      server, {.base_url = "https://shop.example", .retry = {.max_retries = 1}}, clock};
  auto const found = client.users().retrieve("u", {.cancel = &clock.stop});
  return !found && found.error().code == errc::cancelled && found.error().attempts == 1 &&
         clock.now() == duration::seconds(1) && server.finished();
}

}  // namespace

HEAPLESS_TWINS("static: too many requests is asked again", test_too_many_requests_is_asked_again,
               48, 8);
HEAPLESS_TWINS("static: unavailable is asked again", test_unavailable_is_asked_again, 48, 8);
HEAPLESS_TWINS("static: the last refusal is the result", test_the_last_refusal_is_the_result, 48,
               8);
HEAPLESS_TWINS("static: a broken connection", test_a_broken_connection, 48, 8);
HEAPLESS_TWINS("static: a refused connection", test_a_refused_connection, 48, 8);
HEAPLESS_TWINS("static: Retry-After", test_retry_after, 48, 8);
HEAPLESS_TWINS("static: a deadline over all attempts", test_a_deadline_over_all_attempts, 48, 8);
HEAPLESS_TWINS("static: a deadline in the middle of an attempt",
               test_a_deadline_in_the_middle_of_an_attempt, 48, 8);
HEAPLESS_TWINS("static: an attempt that takes too long", test_an_attempt_that_takes_too_long, 48,
               8);
HEAPLESS_TWINS("static: cancelled before it began", test_cancelled_before_it_began, 48, 8);
HEAPLESS_TWINS("static: cancelled while it waits", test_cancelled_while_it_waits, 48, 8);
