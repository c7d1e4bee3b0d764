#include <medusa/ext/curl_multi.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include <medusa/client/async_client.hpp>
#include <medusa/client/async_transport.hpp>
#include <medusa/medusa.hpp>
#include <support/loopback_server.hpp>
#include <support/task.hpp>
#include <support/tls_server.hpp>

// Many requests at once, time, cancellation, TLS. What a single request is on the wire is the
// matter of tests/ext/curl/transfer.cpp.

using medusa::duration;
using medusa::method;
using medusa::request;
using medusa::ext::curl_error;
using medusa::ext::curl_multi_transport;
using support::answer;
using support::loopback_server;
using support::reply;
using namespace std::chrono_literals;

static_assert(medusa::async_transport<curl_multi_transport> &&
              medusa::check_async_transport<curl_multi_transport>());
static_assert(medusa::detail::tells_if_sent<curl_error> &&
              medusa::detail::polled<curl_multi_transport>);
static_assert(std::is_nothrow_move_constructible_v<curl_multi_transport> &&
              std::is_nothrow_move_assignable_v<curl_multi_transport>);
static_assert(!std::is_copy_constructible_v<curl_multi_transport>);

namespace {

using outcome = curl_multi_transport::result_type;

/// What came of one request.
struct received : medusa::detail::waiter<outcome> {
  received()
      : waiter([](waiter& w, outcome& o) { static_cast<received&>(w).take(o); },
               [](waiter& w) { ++static_cast<received&>(w).dropped; }) {}
  void take(outcome& o) {
    ++times;
    if (o) status = o->status(), body = o->body();
    else error = o.error();
  }
  bool done() const { return times + dropped > 0; }
  int times = 0;
  int dropped = 0;
  int status = 0;
  std::string body{};
  std::optional<curl_error> error{};
};

void send(curl_multi_transport& http, request const& r, received& to) {
  http.send(r, medusa::async_handler<outcome>(to));
}

/// Polls until `done()`, or for 10 s.
template <class Done>
void run(curl_multi_transport& http, Done done) {
  auto const end = std::chrono::steady_clock::now() + 10s;
  while (!done() && std::chrono::steady_clock::now() < end) {
    http.wait(10ms);
    http.poll();
  }
}
void run(curl_multi_transport& http, received const& r) {
  run(http, [&r] { return r.done(); });
}

reply late_reply(std::chrono::milliseconds before, std::string_view body) {
  reply r = answer(200, body);
  r.before = before;
  return r;
}

}  // namespace

TEST_CASE("curl multi: requests one after the other keep their connection") {
  loopback_server server({answer(200, "1"), answer(404, "2"), answer(204, "")});
  std::string const url = server.url("/");
  curl_multi_transport http;
  for (int const status : {200, 404, 204}) {
    received r;
    send(http, {.method = method::post, .url = url, .body = "x"}, r);
    CHECK_FALSE(r.done());
    run(http, r);
    CHECK(r.status == status);
    CHECK(r.times == 1);
  }
  CHECK(server.accepted() == 1);
  CHECK(server.requests().front().ends_with("\r\n\r\nx"));
}

TEST_CASE("curl multi: many requests at once, each its own answer") {
  loopback_server left(std::vector<reply>(20, answer(200, "left")));
  loopback_server right(std::vector<reply>(20, answer(200, "right")));
  std::string const urls[] = {left.url("/"), right.url("/")};
  curl_multi_transport http;
  std::vector<std::optional<received>> all(40);
  for (std::size_t i = 0; i < all.size(); ++i) send(http, {.url = urls[i % 2]}, all[i].emplace());
  run(http, [&all] {
    for (auto const& each : all)
      if (!each->done()) return false;
    return true;
  });
  for (std::size_t i = 0; i < all.size(); ++i)
    CHECK(all[i]->body == (i % 2 == 0 ? "left" : "right"));
}

TEST_CASE("curl multi: a poll does not wait") {
  loopback_server server({reply{}});
  std::string const url = server.url("/");
  curl_multi_transport http;
  received r;
  send(http, {.url = url, .timeout = 300ms}, r);
  int polls = 0;
  auto const begin = std::chrono::steady_clock::now();
  while (!r.done() && std::chrono::steady_clock::now() - begin < 10s) http.poll(), ++polls;
  CHECK(polls > 30);
  CHECK(r.error == curl_error{CURLE_OPERATION_TIMEDOUT, true});
}

TEST_CASE("curl multi: time limits, sizes and errors are those of curl_transport") {
  loopback_server server({reply{}, answer(200, "too long"), reply{.then = reply::ending::close},
                          answer(302, "", "Location: /other\r\n"), answer(200, "good")});
  std::string const url = server.url("/");
  std::string gone;
  {
    loopback_server const closed;
    gone = closed.url("/");
  }
  struct expected {
    request r;
    curl_error error;
  };
  curl_multi_transport http;
  for (auto const& [r, error] :
       {expected{{.url = url, .timeout = 100ms}, {CURLE_OPERATION_TIMEDOUT, true}},
        expected{{.url = url, .max_body = 3}, {CURLE_FILESIZE_EXCEEDED, true}},
        expected{{.url = url}, {CURLE_GOT_NOTHING, true}},
        expected{{.url = gone}, {CURLE_COULDNT_CONNECT, false}},
        expected{{.url = url, .timeout = 0ms}, {CURLE_OPERATION_TIMEDOUT, false}},
        expected{{.url = "nonsense://h/"}, {CURLE_UNSUPPORTED_PROTOCOL, false}}}) {
    received what;
    send(http, r, what);
    run(http, what);
    REQUIRE(what.error.has_value());
    CHECK(what.error->code == error.code);
    CHECK(what.error->may_have_been_sent == error.may_have_been_sent);
  }
  received redirect, good;
  send(http, {.url = url}, redirect);
  run(http, redirect);
  CHECK(redirect.status == 302);
  send(http, {.url = url}, good);
  run(http, good);
  CHECK(good.body == "good");
}

TEST_CASE("curl multi: a request that broke with a kept connection is not repeated") {
  loopback_server server({answer(200, "1"), reply{.then = reply::ending::close},
                          answer(200, "must not be asked for")});
  std::string const url = server.url("/");
  curl_multi_transport http;
  received first, second;
  send(http, {.url = url}, first);
  run(http, first);
  send(http, {.method = method::post, .url = url, .body = "x"}, second);
  run(http, second);
  CHECK(second.error == curl_error{CURLE_GOT_NOTHING, true});
  CHECK(server.requests().size() == 2);
}

TEST_CASE("curl multi: a cancelled request ends with the next poll") {
  loopback_server server({reply{}});
  std::string const url = server.url("/");
  curl_multi_transport http;
  bool flag = false;
  received r;
  send(http, {.url = url, .timeout = 10s, .cancel = &flag}, r);
  run(http, [&server] { return !server.requests().empty(); });
  flag = true;
  http.poll();
  CHECK(r.error == curl_error{CURLE_ABORTED_BY_CALLBACK, true});
  received before;
  send(http, {.url = url, .cancel = &flag}, before);
  CHECK(before.error == curl_error{CURLE_ABORTED_BY_CALLBACK, false});
}

TEST_CASE("curl multi: what nobody waits for any more is given up") {
  loopback_server server({answer(200, "next"), late_reply(10s, "late"), answer(200, "after")});
  std::string const url = server.url("/");
  curl_multi_transport http;
  {
    std::string const body(100'000, 'x');
    received gone;
    send(http, {.method = method::post, .url = url, .body = body}, gone);
  }
  received next;
  send(http, {.url = url}, next);
  run(http, next);
  CHECK(next.body == "next");
  CHECK(server.requests().size() == 1);  // it had not gone out yet
  {
    received under_way;
    send(http, {.url = url}, under_way);
    run(http, [&server] { return server.requests().size() == 2; });
  }
  http.poll();
  received after;
  send(http, {.url = url}, after);
  http.poll();
  CHECK_FALSE(after.done());
}

TEST_CASE("curl multi: a transport that goes drops its handlers") {
  loopback_server server({reply{}});
  std::string const url = server.url("/");
  received r, other;
  {
    curl_multi_transport http;
    send(http, {.url = url}, r);
    curl_multi_transport moved(std::move(http));
    moved.poll();
    CHECK_FALSE(r.done());
    send(http, {.url = url}, other);
    CHECK(other.error == curl_error{CURLE_FAILED_INIT, false});
  }
  CHECK(r.dropped == 1);
}

TEST_CASE("curl multi: a certificate must be trusted, and be for this server") {
  support::tls_server const server;
  REQUIRE_MESSAGE(server.running(), "this needs the command openssl");
  std::string const url = server.url("127.0.0.1");
  curl_multi_transport usual;
  received refused, trusted, other_name;
  send(usual, {.url = url, .timeout = 10s}, refused);
  run(usual, refused);
  CHECK(refused.error == curl_error{CURLE_PEER_FAILED_VERIFICATION, false});
  curl_multi_transport trusting({.ca_file = server.certificate()});
  send(trusting, {.url = url, .timeout = 10s}, trusted);
  run(trusting, trusted);
  CHECK(trusted.status == 200);
  std::string const wrong = server.url("localhost");
  send(trusting, {.url = wrong, .timeout = 10s}, other_name);
  run(trusting, other_name);
  CHECK(other_name.error == curl_error{CURLE_PEER_FAILED_VERIFICATION, false});
}

namespace {
std::string_view const curl_ada = R"({"user":{"id":"usr_1","email":"ada@example.com"}})";

template <class Client, class Done>
void play(Client& client, curl_multi_transport& http, Done done) {
  auto const end = std::chrono::steady_clock::now() + 10s;
  while (!done() && std::chrono::steady_clock::now() < end) {
    http.wait(5ms);
    client.poll();
  }
}
}  // namespace

TEST_CASE("curl multi: an asynchronous client with handlers, retries and a deadline") {
  loopback_server server({answer(503, "", "Retry-After: 0\r\n"), answer(200, curl_ada), reply{}});
  std::string const url = server.url("");
  curl_multi_transport http;
  std::string id;
  std::optional<medusa::errc> code;
  medusa::admin::async_client client{http, {.base_url = url, .retry = {.max_retries = 1}}};
  client.users().retrieve("usr_1", [&id](auto user) { id = user ? user->id : "?"; });
  play(client, http, [&id] { return !id.empty(); });
  CHECK(id == "usr_1");
  client.users().retrieve("usr_1", {.deadline = 100ms},
                          [&code](auto user) { code = user ? medusa::errc{} : user.error().code; });
  play(client, http, [&code] { return code.has_value(); });
  CHECK(code == medusa::errc::deadline_exceeded);
}

TEST_CASE("curl multi: a time limit has passed when a request ends with it") {
  loopback_server server(loopback_server::responder([](std::string_view) { return reply{}; }));
  std::string const url = server.url("/");
  curl_multi_transport http;
  for (int i = 0; i < 11; ++i) {  // a second begins within one of them
    received late;
    auto const begun = std::chrono::steady_clock::now();
    send(http, {.url = url, .timeout = 100ms}, late);
    while (!late.done()) http.poll();
    CHECK(std::chrono::steady_clock::now() - begun >= 100ms);
    CHECK(late.error == curl_error{CURLE_OPERATION_TIMEDOUT, true});
  }
}

TEST_CASE("curl multi: coroutines on an asynchronous client that owns its transport") {
  loopback_server server({answer(200, curl_ada), answer(200, curl_ada), answer(200, curl_ada)});
  std::string const url = server.url("");
  medusa::admin::async_client client{curl_multi_transport(), {.base_url = url}};
  auto const ask = [](auto& c, int& good) -> support::task {
    good += (co_await c.users().retrieve("usr_1")) ? 1 : 0;
  };
  int good = 0;
  std::vector<support::task> tasks;
  for (int i = 0; i < 3; ++i) tasks.push_back(ask(client, good));
  auto const end = std::chrono::steady_clock::now() + 10s;
  while (good < 3 && std::chrono::steady_clock::now() < end) client.poll();
  CHECK(good == 3);
  for (auto const& each : tasks) CHECK(each.done());
}
