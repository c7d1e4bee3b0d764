// SPDX-License-Identifier: MIT
#include <medusa/ext/curl.hpp>

#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include <medusa/client/transport.hpp>
#include <medusa/medusa.hpp>
#include <support/conformance.hpp>
#include <support/loopback_server.hpp>
#include <support/tls_server.hpp>

// Connections, time, cancellation, TLS. The bytes on the wire are the matter of
// tests/ext/curl/transfer.cpp.

using medusa::duration;
using medusa::method;
using medusa::request;
using medusa::ext::curl_error;
using medusa::ext::curl_transport;
using support::answer;
using support::loopback_server;
using support::reply;
using namespace std::chrono_literals;

static_assert(medusa::transport<curl_transport>);
static_assert(medusa::check_transport<curl_transport>());
static_assert(medusa::detail::tells_if_sent<medusa::transport_error_t<curl_transport>>);
static_assert(std::is_nothrow_move_constructible_v<curl_transport> &&
              std::is_nothrow_move_assignable_v<curl_transport>);
static_assert(!std::is_copy_constructible_v<curl_transport> &&
              !std::is_copy_assignable_v<curl_transport>);
static_assert(noexcept(std::declval<curl_transport&>().send(std::declval<request const&>())));

namespace {

using outcome = medusa::result<medusa::ext::curl_response, curl_error>;

std::optional<curl_error> error_of(outcome const& o) {
  if (o) return std::nullopt;
  return o.error();
}

struct timed_outcome {
  outcome what;
  std::chrono::milliseconds took;
};
timed_outcome timed(curl_transport& http, request const& r) {
  auto const start = std::chrono::steady_clock::now();
  auto what = http.send(r);
  return {std::move(what), std::chrono::duration_cast<std::chrono::milliseconds>(
                               std::chrono::steady_clock::now() - start)};
}

reply const silence{};
reply slow(std::chrono::milliseconds before) {
  reply r = answer(200, "late");
  r.before = before;
  return r;
}
reply trickle(std::chrono::milliseconds between) {
  reply r = answer(200, std::string(1000, 'x'));
  r.piece = 1;
  r.between = between;
  return r;
}
reply hang_up(reply::ending how) { return {.then = how}; }

/// Sets a flag after a while, and tells how long ago that was.
class later {
 public:
  explicit later(std::chrono::milliseconds delay)
      : thread_([this, delay] {
          std::this_thread::sleep_for(delay);
          set_at_ = std::chrono::steady_clock::now();
          flag = true;
        }) {}
  std::chrono::milliseconds ago() {
    thread_.join();
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                                 set_at_);
  }
  std::atomic<bool> flag{false};

 private:
  std::chrono::steady_clock::time_point set_at_{};
  std::thread thread_;
};

}  // namespace

TEST_CASE("a connection is kept between calls, also after an error status and a move") {
  loopback_server server({answer(200, "1"), answer(404, "2"), answer(204, ""), answer(200, "4")});
  std::string const url = server.url("/");
  curl_transport first;
  for (int const status : {200, 404, 204}) {
    auto const response = first.send({.method = method::post, .url = url, .body = "x"});
    REQUIRE(response.has_value());
    CHECK(response->status() == status);
  }
  curl_transport second(std::move(first));
  CHECK(second.send({.url = url}).has_value());
  CHECK(server.accepted() == 1);
  CHECK(error_of(first.send({.url = url})) == curl_error{CURLE_FAILED_INIT, false});
  first = std::move(second);
  CHECK(error_of(second.send({.url = url})) == curl_error{CURLE_FAILED_INIT, false});
}

TEST_CASE("a connection that the server has closed meanwhile is replaced") {
  reply closing = answer(200, "1");
  for (auto const how : {reply::ending::close, reply::ending::reset}) {
    closing.then = how;
    loopback_server server({closing, answer(200, "2")});
    std::string const url = server.url("/");
    curl_transport http;
    CHECK(http.send({.url = url}).has_value());
    std::this_thread::sleep_for(50ms);  // for the end to arrive
    CHECK(http.send({.method = method::post, .url = url}).has_value());
    CHECK(server.accepted() == 2);
    CHECK(server.requests().size() == 2);
  }
}

TEST_CASE("a connection that has been idle for 4 s is not used again") {
  loopback_server server({answer(200, "1"), answer(200, "2"), answer(200, "3")});
  std::string const url = server.url("/");
  curl_transport http;
  CHECK(http.send({.url = url}).has_value());
  std::this_thread::sleep_for(1s);
  CHECK(http.send({.url = url}).has_value());
  CHECK(server.accepted() == 1);
  std::this_thread::sleep_for(4100ms);
  CHECK(http.send({.url = url}).has_value());
  CHECK(server.accepted() == 2);
}

TEST_CASE("a request that broke with a kept connection is not repeated") {
  for (auto const m : {method::get, method::post, method::del})
    for (auto const how : {reply::ending::close, reply::ending::reset}) {
      loopback_server server(
          {answer(200, "1"), hang_up(how), answer(200, "must not be asked for"), answer(200, "4")});
      std::string const url = server.url("/");
      curl_transport http;
      CHECK(http.send({.url = url}).has_value());
      CHECK(error_of(http.send({.method = m, .url = url})) == curl_error{CURLE_GOT_NOTHING, true});
      CHECK(server.requests().size() == 2);
      // The next call is a new one, on a new connection.
      auto const next = http.send({.url = url});
      REQUIRE(next.has_value());
      CHECK(next->body() == "must not be asked for");
    }
}

TEST_CASE("a new connection that breaks is an error after sending") {
  loopback_server server({hang_up(reply::ending::close), hang_up(reply::ending::reset)});
  std::string const url = server.url("/");
  curl_transport http;
  CHECK(error_of(http.send({.url = url})) == curl_error{CURLE_GOT_NOTHING, true});
  CHECK(error_of(http.send({.url = url})) == curl_error{CURLE_RECV_ERROR, true});
  CHECK(server.requests().size() == 2);
}

TEST_CASE("without a connection nothing has been sent") {
  std::string url;
  {
    loopback_server const gone;
    url = gone.url("/");
  }
  curl_transport http;
  CHECK(error_of(http.send({.url = url})) == curl_error{CURLE_COULDNT_CONNECT, false});
  auto const unknown = error_of(http.send({.url = "http://medusa.invalid/", .timeout = 5s}));
  REQUIRE(unknown.has_value());
  CHECK((unknown->code == CURLE_COULDNT_RESOLVE_HOST || unknown->code == CURLE_OPERATION_TIMEDOUT));
  CHECK(!request_may_have_been_sent(*unknown));
}

TEST_CASE("the time limit holds for all of a call") {
  curl_error const late{CURLE_OPERATION_TIMEDOUT, true};
  loopback_server server({silence, slow(3s), trickle(20ms)});
  std::string const url = server.url("/");
  curl_transport http;
  for (int i = 0; i < 3; ++i) {
    auto const [what, took] = timed(http, {.url = url, .timeout = 200ms});
    CHECK(error_of(what) == late);
    CHECK(took >= 200ms);
    CHECK(took < 5s);
  }
}

TEST_CASE("the time limit holds for connecting, and then nothing has been sent") {
  loopback_server server;  // never answers to what is no HTTP, such as a TLS greeting
  std::string const url = server.url("/", "https");
  curl_transport http;
  auto const [what, took] = timed(http, {.url = url, .timeout = 200ms});
  CHECK(error_of(what) == curl_error{CURLE_OPERATION_TIMEDOUT, false});
  CHECK(took < 5s);
}

TEST_CASE("no time is no request, and much time is no error") {
  loopback_server server({answer(200, ""), answer(200, ""), answer(200, ""), slow(30ms)});
  std::string const url = server.url("/");
  curl_transport http;
  curl_error const late{CURLE_OPERATION_TIMEDOUT, false};
  CHECK(error_of(http.send({.url = url, .timeout = 0ms})) == late);
  CHECK(error_of(http.send({.url = url, .timeout = -1ms})) == late);
  CHECK(server.accepted() == 0);
  for (duration const much :
       {duration::max(), duration::max() - duration(1ms), duration(std::chrono::hours(24 * 365))})
    CHECK(http.send({.url = url, .timeout = much}).has_value());
  CHECK(error_of(http.send({.url = url, .timeout = 1us}))->code == CURLE_OPERATION_TIMEDOUT);
}

TEST_CASE("a cancelled call ends soon, whatever it waits for") {
  loopback_server server({silence, trickle(20ms)});
  std::string const plain = server.url("/");
  std::string const tls = server.url("/", "https");
  curl_transport http;
  for (auto const& [url, sent] :
       {std::pair{plain, true}, std::pair{plain, true}, std::pair{tls, false}}) {
    later cancel(150ms);
    auto const what = http.send({.url = url, .timeout = 10s, .cancel = &cancel.flag});
    auto const took = cancel.ago();
    CHECK(error_of(what) == curl_error{CURLE_ABORTED_BY_CALLBACK, sent});
    CHECK_MESSAGE(took < 5s, "it took " << took.count() << " ms");  // and not the 10 s of the limit
  }
}

namespace {
/// Set when it is looked at for the twentieth time.
struct patient_flag {
  bool load() const { return ++looks >= 20; }
  mutable int looks = 0;
};
}  // namespace

TEST_CASE("the flag is looked at every 50 ms, and not once a second as libcurl would") {
  loopback_server server({silence});
  std::string const url = server.url("/");
  curl_transport http;
  patient_flag const cancel;
  CHECK(error_of(http.send({.url = url, .timeout = 10s, .cancel = &cancel})) ==
        curl_error{CURLE_ABORTED_BY_CALLBACK, true});
}

TEST_CASE("a call that is cancelled before it begins sends nothing") {
  loopback_server server({answer(200, "")});
  std::string const url = server.url("/");
  curl_transport http;
  bool cancel = true;
  CHECK(error_of(http.send({.url = url, .cancel = &cancel})) ==
        curl_error{CURLE_ABORTED_BY_CALLBACK, false});
  CHECK(server.accepted() == 0);
  cancel = false;
  CHECK(http.send({.url = url, .cancel = &cancel}).has_value());
}

TEST_CASE("after any error the transport is as good as new") {
  loopback_server server({answer(200, "1"), silence, answer(200, "too long"), answer(200, "2")});
  std::string const url = server.url("/");
  curl_transport http;
  CHECK(http.send({.url = url}).has_value());
  CHECK(!http.send({.url = url, .timeout = 50ms}).has_value());
  CHECK(!http.send({.url = url, .max_body = 3}).has_value());
  CHECK(!http.send({.url = "nonsense://"}).has_value());
  auto const response = http.send({.url = url});
  REQUIRE(response.has_value());
  CHECK(response->body() == "2");
}

TEST_CASE("cookies are not kept") {
  loopback_server server(
      {answer(200, "", "Set-Cookie: connect.sid=1; Path=/\r\n"), answer(200, "")});
  std::string const url = server.url("/");
  curl_transport http;
  CHECK(http.send({.url = url}).has_value());
  CHECK(http.send({.url = url}).has_value());
  CHECK(server.requests().back().find("ookie") == std::string::npos);
}

TEST_CASE("a proxy is used when it is named, not when the environment has one") {
  loopback_server server({answer(200, "direct")});
  loopback_server proxy({answer(200, "by proxy")});
  for (char const* name : {"http_proxy", "all_proxy"}) ::setenv(name, proxy.url("").c_str(), 1);
  ::setenv("no_proxy", "*", 1);
  std::string const url = server.url("/x?y");
  curl_transport plain;
  auto const direct = plain.send({.url = url});
  curl_transport diverted({.proxy = proxy.url("")});
  auto const other = diverted.send({.url = url});
  for (char const* name : {"http_proxy", "all_proxy", "no_proxy"}) ::unsetenv(name);
  REQUIRE(direct.has_value());
  CHECK(direct->body() == "direct");
  REQUIRE(other.has_value());
  CHECK(other->body() == "by proxy");
  REQUIRE(proxy.requests().size() == 1);
  CHECK(proxy.requests().front().starts_with("GET " + url + " HTTP/1.1\r\n"));
}

TEST_CASE("a certificate must be trusted, and be for this server") {
  support::tls_server const server;
  REQUIRE_MESSAGE(server.running(), "this needs the command openssl");
  std::string const url = server.url("127.0.0.1");
  std::string const other_name = server.url("localhost");
  curl_error const refused{CURLE_PEER_FAILED_VERIFICATION, false};

  curl_transport usual;
  CHECK(error_of(usual.send({.url = url, .timeout = 10s})) == refused);

  curl_transport trusting({.ca_file = server.certificate()});
  auto const response = trusting.send({.url = url, .timeout = 10s});
  REQUIRE(response.has_value());
  CHECK(response->status() == 200);
  CHECK(error_of(trusting.send({.url = other_name, .timeout = 10s})) == refused);

  curl_transport mistaken({.ca_file = "/nowhere.pem"});
  auto const unread = error_of(mistaken.send({.url = url, .timeout = 10s}));
  REQUIRE(unread.has_value());
  CHECK(!unread->may_have_been_sent);
}

TEST_CASE("two transports in two threads do not meet") {
  constexpr int calls = 50;
  auto const many = [](std::string_view body) {
    return std::vector<reply>(calls, answer(200, body, "X-Body: " + std::string(body) + "\r\n"));
  };
  loopback_server left(many("left"));
  loopback_server right(many("right"));
  auto const ask = [](loopback_server const& server, std::string_view expected, int& good) {
    std::string const url = server.url("/");
    curl_transport http;
    for (int i = 0; i < calls; ++i) {
      auto const response = http.send({.method = method::post, .url = url, .body = expected});
      good += response && response->body() == expected && response->header("x-body") == expected
                  ? 1
                  : 0;
    }
  };
  int good_left = 0;
  int good_right = 0;
  std::thread other([&] { ask(left, "left", good_left); });
  ask(right, "right", good_right);
  other.join();
  CHECK(good_left == calls);
  CHECK(good_right == calls);
}

TEST_CASE("a client signs in and lists over it") {
  loopback_server server(
      {answer(200, R"({"user":{"id":"usr_1","email":"ada@example.com"}})",
              "Content-Type: application/json\r\nSet-Cookie: connect.sid=s%3Aabc; Path=/; "
              "HttpOnly\r\n"),
       answer(
           200,
           R"({"users":[{"id":"usr_1","email":"ada@example.com"}],"count":1,"offset":0,"limit":50})",
           "Content-Type: application/json\r\n")});
  std::string const url = server.url("");
  curl_transport http;
  medusa::admin::client client{http, {.base_url = url}};
  REQUIRE(
      client.auth().create_session({.email = "ada@example.com", .password = "s3cret"}).has_value());
  auto const page = client.users().list();
  REQUIRE(page.has_value());
  REQUIRE(page->users.size() == 1);
  CHECK(page->users[0].email == "ada@example.com");
  CHECK(server.accepted() == 1);
  auto const requests = server.requests();
  REQUIRE(requests.size() == 2);
  CHECK(requests[0].starts_with("POST /admin/auth HTTP/1.1\r\n"));
  CHECK(requests[1].find("\r\nCookie: connect.sid=s%3Aabc\r\n") != std::string::npos);
}

TEST_CASE("a client tells what became of a call") {
  loopback_server server({answer(401, "Unauthorized"), silence, silence});
  std::string const url = server.url("");
  medusa::admin::client client{curl_transport(), {.base_url = url}};
  auto const refused = client.users().retrieve("usr_1");
  REQUIRE(!refused.has_value());
  CHECK(refused.error().status == 401);
  auto const late = client.users().retrieve("usr_1", {.timeout = 100ms});
  REQUIRE(!late.has_value());
  CHECK(late.error().code == medusa::errc::timed_out);
  later cancel(50ms);
  auto const cancelled = client.users().retrieve("usr_1", {.cancel = &cancel.flag});
  cancel.ago();
  REQUIRE(!cancelled.has_value());
  CHECK(cancelled.error().code == medusa::errc::cancelled);
}

TEST_CASE("it does what is asked of a transport") {
  curl_transport http;
  support::check_conformance("curl", http);
}
