// SPDX-License-Identifier: MIT
#include <medusa/ext/http1.hpp>

#include <doctest/doctest.h>

#include <string_view>
#include <type_traits>
#include <utility>

#include <medusa/client/client.hpp>
#include <medusa/client/transport.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/virtual_clock.hpp>

#include "support/scripted_stream.hpp"

using medusa::duration;
using medusa::method;
using medusa::request;
using medusa::ext::http1_errc;
using medusa::ext::http1_error;
using medusa::ext::http1_limits;
using medusa::ext::http1_memory;
using medusa::ext::http1_transport;
using medusa::testing::virtual_clock;
using namespace std::string_view_literals;
using namespace support;

namespace {

struct ticks {
  duration now();
};
struct stopped {
  void now();
};
static_assert(medusa::ext::detail::ticking<ticks> && medusa::ext::detail::ticking<virtual_clock>);
static_assert(!medusa::ext::detail::ticking<stopped> &&
              !medusa::ext::detail::ticking<medusa::no_clock>);

using uart_transport = http1_transport<scripted_stream&, virtual_clock&>;
static_assert(medusa::check_transport<uart_transport>());
static_assert(std::is_same_v<decltype(http1_transport{std::declval<scripted_stream&>(),
                                                      std::declval<virtual_clock&>()}),
                             uart_transport>);
static_assert(std::is_same_v<decltype(http1_transport{std::declval<scripted_stream&>(),
                                                      virtual_clock{}, http1_memory<>{}}),
                             http1_transport<scripted_stream&, virtual_clock, http1_memory<>>>);
static_assert(medusa::enable_borrowed_response<medusa::transport_response_t<uart_transport>>);

constexpr auto ok = "HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: 2\r\n\r\nok"sv;
constexpr auto ok_and_close =
    "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok"sv;
constexpr auto asked = "GET /x HTTP/1.1\r\nHost: a:9000\r\n\r\n"sv;
constexpr request ask{
    .url = "http://a:9000/x", .target = "/x", .timeout = duration::milliseconds(1010)};

constexpr bool is_ok(auto const& sent) {
  return sent && sent->status() == 200 && std::string_view(sent->body()) == "ok";
}
constexpr bool is(auto const& sent, http1_errc code, bool may_have_been_sent) {
  return !sent &&
         sent.error() == http1_error{.code = code, .may_have_been_sent = may_have_been_sent};
}
constexpr duration ms(int n) { return duration::milliseconds(n); }

constexpr bool test_round_trip() {
  virtual_clock clock;
  scripted_stream stream(clock,
                         {hear, pause(20), say(ok.substr(0, 10)), pause(70), say(ok.substr(10))});
  stream.write_at_most = 5;
  http1_transport transport{stream, clock};
  auto const sent = transport.send(ask);
  return is_ok(sent) && sent->header("date") == "now" && stream.written() == asked &&
         clock.now() == ms(90) && stream.kept_contract();
}

constexpr bool test_a_whole_request_is_one_write() {
  virtual_clock clock;
  scripted_stream stream(clock, {hear, say(ok), hear, say(ok)});
  http1_transport transport{stream, clock};
  auto post = ask;
  post.method = method::post;
  post.body = "{}";
  if (!is_ok(transport.send(post)) || !is_ok(transport.send(ask)) || stream.writes() != 2)
    return false;
  return stream.written().starts_with(
      "POST /x HTTP/1.1\r\nHost: a:9000\r\nContent-Length: 2\r\n\r\n{}GET /x ");
}

// RFC 9112 section 9.3
constexpr bool test_connection_is_kept() {
  virtual_clock clock;
  reopening_stream stream(clock, {hear, say(ok), hear, say(ok)});
  http1_transport transport{stream, clock};
  if (!is_ok(transport.send(ask))) return false;
  clock.advance(ms(3'600'000));
  return is_ok(transport.send(ask)) && stream.reopened() == 0;
}

constexpr bool test_connection_close_is_obeyed() {
  virtual_clock clock;
  reopening_stream stream(
      clock, {hear, say(ok_and_close), connect, hear, say(ok), refuse, connect, hear, say(ok)});
  http1_transport transport{stream, clock};
  if (!is_ok(transport.send(ask)) || !is_ok(transport.send(ask)) || stream.reopened() != 1)
    return false;

  scripted_stream uart(clock, {hear, say(ok_and_close), hear, say(ok)});
  http1_transport over_uart{uart, clock};
  if (!is_ok(over_uart.send(ask))) return false;
  std::size_t const writes = uart.writes();
  if (!is(over_uart.send(ask), http1_errc::not_connected, false) || uart.writes() != writes)
    return false;
  over_uart.reconnected();
  return is_ok(over_uart.send(ask));
}

constexpr bool test_closed_while_idle() {
  virtual_clock clock;
  reopening_stream stream(
      clock, {hear, say(ok), end, connect, hear, say(ok), broken, refuse, connect, hear, say(ok)});
  http1_transport transport{stream, clock};
  if (!is_ok(transport.send(ask)) || !is_ok(transport.send(ask)) || stream.reopened() != 1)
    return false;
  // The next connection cannot be had at once.
  return is(transport.send(ask), http1_errc::not_connected, false) && is_ok(transport.send(ask)) &&
         stream.writes() == 3;
}

constexpr bool test_not_connected_at_first() {
  virtual_clock clock;
  reopening_stream stream(clock, {end, connect, hear, say(ok)});
  http1_transport transport{stream, clock};
  return is_ok(transport.send(ask)) && stream.reopened() == 1;
}

// RFC 9112 section 9.2
constexpr bool test_unasked_bytes() {
  virtual_clock clock;
  reopening_stream stream(
      clock, {hear, say(ok), say("HTTP/1.1 408 Request Timeout\r\n\r\n"), connect, hear, say(ok)});
  http1_transport transport{stream, clock};
  if (!is_ok(transport.send(ask)) || !is_ok(transport.send(ask)) || stream.reopened() != 1)
    return false;

  // The same, and they come with the response.
  reopening_stream other(
      clock, {hear, say("HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1"), connect, hear, say(ok)});
  http1_transport over_other{other, clock};
  auto const first = over_other.send(ask);
  return first && first->status() == 204 && is_ok(over_other.send(ask)) && other.reopened() == 1;
}

constexpr bool test_idle_for_as_long_as_the_server_waits() {
  constexpr auto kept = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nKeep-Alive: timeout=5\r\n\r\nok"sv;
  virtual_clock clock;
  reopening_stream stream(clock, {hear, say(kept), hear, say(kept), connect, hear, say(ok)});
  http1_transport transport{stream, clock};
  if (!is_ok(transport.send(ask))) return false;
  clock.advance(ms(4999));
  if (!is_ok(transport.send(ask)) || stream.reopened() != 0) return false;
  clock.advance(ms(5000));
  return is_ok(transport.send(ask)) && stream.reopened() == 1;
}

// Nothing is repeated when the request may have been sent.
constexpr bool test_closed_in_place_of_an_answer() {
  virtual_clock clock;
  reopening_stream stream(clock, {hear, end, connect, hear, say("HTTP/1."), end, connect, hear,
                                  broken, connect, hear, say(ok)});
  http1_transport transport{stream, clock};
  return is(transport.send(ask), http1_errc::closed, true) && stream.writes() == 1 &&
         is(transport.send(ask), http1_errc::truncated, true) && stream.writes() == 2 &&
         is(transport.send(ask), http1_errc::stream_failed, true) && stream.writes() == 3 &&
         is_ok(transport.send(ask)) && stream.reopened() == 3;
}

constexpr bool test_body_until_the_end() {
  constexpr auto endless = "HTTP/1.1 200 OK\r\n\r\nok"sv;
  virtual_clock clock;
  reopening_stream stream(clock, {hear, say(endless), end, connect, hear, say(ok)});
  http1_transport transport{stream, clock};
  if (!is_ok(transport.send(ask)) || !is_ok(transport.send(ask)) || stream.reopened() != 1)
    return false;

  // A UART cannot tell the end.
  scripted_stream uart(clock, {hear, say(endless)});
  http1_transport over_uart{uart, clock};
  duration const begin = clock.now();
  return is(over_uart.send(ask), http1_errc::timed_out, true) && clock.now() - begin == ms(1010);
}

constexpr bool test_time_limit() {
  virtual_clock clock;
  scripted_stream silent(clock, {hear});
  http1_transport transport{silent, clock};
  if (!is(transport.send(ask), http1_errc::timed_out, true) || clock.now() != ms(1010) ||
      !silent.kept_contract())
    return false;
  // What comes too late would answer the next request: it must not be taken for its answer.
  if (!is(transport.send(ask), http1_errc::not_connected, false)) return false;

  // A byte now and then is not enough.
  scripted_stream slow(clock, {hear, say("H"), pause(400), say("T"), pause(400), say("T"),
                               pause(400), say("P"), pause(400)});
  http1_transport over_slow{slow, clock};
  duration const begin = clock.now();
  if (!is(over_slow.send(ask), http1_errc::timed_out, true) || clock.now() - begin != ms(1010))
    return false;

  // In time is in time.
  scripted_stream late(clock, {hear, pause(1009), say(ok)});
  http1_transport over_late{late, clock};
  if (!is_ok(over_late.send(ask))) return false;
  scripted_stream no_limit(clock, {hear, pause(10'000), say(ok)});
  http1_transport over_no_limit{no_limit, clock};
  auto patient = ask;
  patient.timeout = duration::max();
  return is_ok(over_no_limit.send(patient)) && no_limit.kept_contract();
}

constexpr bool test_no_time_at_all() {
  virtual_clock clock;
  scripted_stream stream(clock, {hear, say(ok)});
  http1_transport transport{stream, clock};
  auto r = ask;
  for (int const n : {0, -1}) {
    r.timeout = ms(n);
    if (!is(transport.send(r), http1_errc::timed_out, false)) return false;
  }
  return stream.writes() == 0 && is_ok(transport.send(ask));  // and no harm was done
}

constexpr bool test_cancelled() {
  virtual_clock clock;
  scripted_stream stream(clock, {hear, say("HTTP/1.1 200"), hear});
  http1_transport transport{stream, clock};
  bool flag = true;
  auto r = ask;
  r.cancel = &flag;
  if (!is(transport.send(r), http1_errc::cancelled, false) || stream.writes() != 0) return false;
  flag = false;
  stream.set_at_silence = &flag;
  return is(transport.send(r), http1_errc::cancelled, true) && clock.now() == ms(50);
}

constexpr bool test_https_needs_a_secure_stream() {
  virtual_clock clock;
  scripted_stream stream(clock, {hear, say(ok)});
  http1_transport transport{stream, clock};
  auto r = ask;
  r.url = "https://a:443/x";
  if (!is(transport.send(r), http1_errc::not_secure, false) || stream.writes() != 0) return false;
  secure_stream secure(clock, {hear, say(ok), hear, say(ok)});
  http1_transport over_secure{secure, clock};
  return is_ok(over_secure.send(r)) && secure.written() == "GET /x HTTP/1.1\r\nHost: a\r\n\r\n" &&
         is_ok(over_secure.send(ask));
}

constexpr bool test_invalid_request() {
  virtual_clock clock;
  scripted_stream stream(clock, {hear, say(ok)});
  http1_transport transport{stream, clock};
  medusa::header const framing[] = {{"Transfer-Encoding", "chunked"}};
  auto r = ask;
  r.headers = framing;
  if (!is(transport.send(r), http1_errc::invalid_request, false)) return false;
  r = ask;
  r.target = "/x HTTP/1.1\r\nX: y";
  return is(transport.send(r), http1_errc::invalid_request, false) && stream.writes() == 0 &&
         is_ok(transport.send(ask));
}

constexpr bool test_writing_fails() {
  using medusa::ext::stream_state;
  virtual_clock clock;
  auto const with = [&clock](std::size_t accepts, stream_state then) {
    scripted_stream stream(clock, {hear});
    stream.accepts = accepts;
    stream.then = then;
    http1_transport transport{stream, clock};
    auto const sent = transport.send(ask);
    // The connection is of no use any more.
    if (sent || !is(transport.send(ask), http1_errc::not_connected, false)) return http1_error{};
    return sent.error();
  };
  return with(0, stream_state::failed) == http1_error{http1_errc::stream_failed, false} &&
         with(1, stream_state::failed) == http1_error{http1_errc::stream_failed, true} &&
         with(asked.size(), stream_state::failed) == http1_error{http1_errc::stream_failed, true} &&
         with(0, stream_state::ended) == http1_error{http1_errc::not_connected, false} &&
         with(0, stream_state::open) == http1_error{http1_errc::timed_out, false} &&
         with(5, stream_state::open) == http1_error{http1_errc::timed_out, true};
}

// RFC 9112 section 9.5: the server answers and closes before it has heard everything.
constexpr bool test_early_answer() {
  virtual_clock clock;
  reopening_stream stream(clock, {hear, say("HTTP/1.1 431 Too Large\r\nContent-Length: 0\r\n\r\n"),
                                  connect, hear, say(ok)});
  stream.write_at_most = 8;
  stream.accepts = 16;
  stream.then = medusa::ext::stream_state::ended;
  http1_transport transport{stream, clock};
  auto const sent = transport.send(ask);
  if (!sent || sent->status() != 431 || stream.written() != asked.substr(0, 16)) return false;
  stream.accepts = 1000;
  return is_ok(transport.send(ask)) && stream.reopened() == 1;
}

// It may also close for writing once it has heard everything.
constexpr bool test_ends_with_the_last_byte() {
  virtual_clock clock;
  scripted_stream stream(clock, {hear, say(ok)});
  stream.accepts = asked.size();
  stream.then = medusa::ext::stream_state::ended;
  http1_transport transport{stream, clock};
  return is_ok(transport.send(ask)) && stream.written() == asked;
}

constexpr bool test_limits() {
  using small = http1_memory<http1_limits{.body = 2}>;
  virtual_clock clock;
  reopening_stream stream(
      clock, {hear, say(ok), hear, say("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok!"), connect,
              hear, say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nok!\r\n"),
              connect, hear, say(ok)});
  small memory;
  http1_transport transport{stream, clock, memory};
  static_assert(std::is_same_v<decltype(transport),
                               http1_transport<reopening_stream&, virtual_clock&, small&>>);
  if (!is_ok(transport.send(ask))) return false;
  auto const counted = transport.send(ask);
  if (counted || counted.error() != http1_error{http1_errc::body_too_large, true, 3}) return false;
  if (!is(transport.send(ask), http1_errc::body_too_large, true)) return false;
  auto strict = ask;
  strict.max_body = 1;
  auto const refused = transport.send(strict);
  return !refused && refused.error() == http1_error{http1_errc::body_too_large, true, 2};
}

struct liar {
  virtual_clock* clock;
  bool about_reading;
  constexpr medusa::ext::stream_result read(std::span<char> into, duration limit) {
    clock->advance(limit);
    return {.count = limit == duration() ? 0 : into.size() + 1};
  }
  constexpr medusa::ext::stream_result write(std::string_view from, duration) const {
    return {.count = from.size() + (about_reading ? 0u : 1u)};
  }
};

constexpr bool test_a_stream_that_counts_wrongly() {
  virtual_clock clock;
  for (bool const about_reading : {true, false}) {
    http1_transport transport{liar{&clock, about_reading}, clock};
    if (!is(transport.send(ask), http1_errc::stream_failed, true)) return false;
  }
  return true;
}

// The response is there until the next request is on its way.
constexpr bool test_a_request_may_view_the_response_before() {
  virtual_clock clock;
  scripted_stream stream(
      clock, {hear, say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nETag: \"1\"\r\n\r\n/next"), hear,
              say(ok)});
  http1_transport transport{stream, clock};
  auto const first = transport.send(ask);
  if (!first) return false;
  medusa::header const headers[] = {{"If-Match", *first->header("ETag")}};
  auto r = ask;
  r.target = first->body();
  r.headers = headers;
  return is_ok(transport.send(r)) &&
         stream.written().substr(asked.size()) ==
             "GET /next HTTP/1.1\r\nHost: a:9000\r\nIf-Match: \"1\"\r\n\r\n";
}

constexpr auto a_user =
    "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nTransfer-Encoding: "
    "chunked\r\n\r\n"
    "4f\r\n{\"user\":{\"id\":\"usr_1\",\"email\":\"ada@example.com\",\"first_name\":\"A\\u0064a\","
    "\"role\":\r\n"
    "5e\r\n\"member\",\"created_at\":\"2026-01-01T00:00:00.000Z\",\"updated_at\":\"2026-01-01T00:"
    "00:00.000Z\",\"last\r\n"
    "13\r\n_name\":\"Lovelace\"}}\r\n"
    "0\r\n\r\n"sv;

constexpr bool test_borrowed_results() {
  virtual_clock clock;
  scripted_stream stream(clock, {hear, say(a_user)});
  medusa::admin::client<http1_transport<scripted_stream&, virtual_clock&>, medusa::json::scanner,
                        medusa::borrowed<4>>
      client{http1_transport{stream, clock},
             {.base_url = "http://127.0.0.1:9000", .credentials = medusa::api_token{"tok"}}};
  auto const user = client.users().retrieve("usr_1");
  return user && user->email == "ada@example.com" && user->first_name == "Ada"sv &&
         stream.written().starts_with(
             "GET /admin/users/usr_1 HTTP/1.1\r\nHost: 127.0.0.1:9000\r\n");
}

constexpr bool test_retries_are_the_clients() {
  virtual_clock clock;
  reopening_stream stream(clock, {hear, end, connect, hear, end, connect, hear, say(a_user), hear,
                                  end, connect, hear, say(a_user)});
  http1_transport transport{stream, clock};
  medusa::admin::client<decltype(transport)&, medusa::json::scanner, medusa::fixed<48, 4>,
                        virtual_clock&>
      client{transport,
             {.base_url = "http://127.0.0.1:9000",
              .credentials = medusa::api_token{"tok"},
              .retry = {.max_retries = 3}},
             clock};
  if (!client.users().retrieve("usr_1") || stream.reopened() != 2) return false;
  // Not a request that must not be done twice.
  auto const created = client.users().create({.email = "ada@example.com", .password = "x"});
  return !created && created.error().transport->code == http1_errc::closed &&
         stream.reopened() == 2;
}

}  // namespace

static_assert(test_round_trip());
static_assert(test_a_whole_request_is_one_write());
static_assert(test_connection_is_kept());
static_assert(test_connection_close_is_obeyed());
static_assert(test_closed_while_idle());
static_assert(test_not_connected_at_first());
static_assert(test_unasked_bytes());
static_assert(test_idle_for_as_long_as_the_server_waits());
static_assert(test_closed_in_place_of_an_answer());
static_assert(test_body_until_the_end());
static_assert(test_time_limit());
static_assert(test_no_time_at_all());
static_assert(test_cancelled());
static_assert(test_https_needs_a_secure_stream());
static_assert(test_invalid_request());
static_assert(test_writing_fails());
static_assert(test_early_answer());
static_assert(test_ends_with_the_last_byte());
static_assert(test_limits());
static_assert(test_a_stream_that_counts_wrongly());
static_assert(test_a_request_may_view_the_response_before());
static_assert(test_borrowed_results());
static_assert(test_retries_are_the_clients());

TEST_CASE("a request and its response") { CHECK(test_round_trip()); }
TEST_CASE("a whole request is one write, if the stream takes it") {
  CHECK(test_a_whole_request_is_one_write());
}
TEST_CASE("the connection is kept") { CHECK(test_connection_is_kept()); }
TEST_CASE("Connection: close is obeyed") { CHECK(test_connection_close_is_obeyed()); }
TEST_CASE("a connection that was closed while idle is opened again") {
  CHECK(test_closed_while_idle());
}
TEST_CASE("a stream need not be connected at first") { CHECK(test_not_connected_at_first()); }
TEST_CASE("bytes that nobody asked for end the connection") { CHECK(test_unasked_bytes()); }
TEST_CASE("no request on a connection that the server gives up") {
  CHECK(test_idle_for_as_long_as_the_server_waits());
}
TEST_CASE("closed in place of an answer: nothing is repeated") {
  CHECK(test_closed_in_place_of_an_answer());
}
TEST_CASE("a body until the end of the connection") { CHECK(test_body_until_the_end()); }
TEST_CASE("the time limit is kept") { CHECK(test_time_limit()); }
TEST_CASE("no time at all") { CHECK(test_no_time_at_all()); }
TEST_CASE("cancelled before and during a request") { CHECK(test_cancelled()); }
TEST_CASE("https needs a secure stream") { CHECK(test_https_needs_a_secure_stream()); }
TEST_CASE("a request that would be misread is not sent") { CHECK(test_invalid_request()); }
TEST_CASE("writing fails") { CHECK(test_writing_fails()); }
TEST_CASE("an answer before the request was heard") { CHECK(test_early_answer()); }
TEST_CASE("a stream that ends with the last byte of the request") {
  CHECK(test_ends_with_the_last_byte());
}
TEST_CASE("a body over the limits") { CHECK(test_limits()); }
TEST_CASE("a stream that counts wrongly") { CHECK(test_a_stream_that_counts_wrongly()); }
TEST_CASE("a request may view the response before") {
  CHECK(test_a_request_may_view_the_response_before());
}
TEST_CASE("borrowed results") { CHECK(test_borrowed_results()); }
TEST_CASE("retries are the client's") { CHECK(test_retries_are_the_clients()); }
