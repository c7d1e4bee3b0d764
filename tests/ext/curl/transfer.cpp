// SPDX-License-Identifier: MIT
#include <medusa/ext/curl/transfer.hpp>

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/socket.h>

#include <medusa/ext/curl.hpp>
#include <support/loopback_server.hpp>

// What goes over the wire, and what is made of what comes back. How a transfer is driven, and given
// up, is tested in tests/ext/curl.cpp.

using medusa::header;
using medusa::method;
using medusa::request;
using medusa::ext::curl_error;
using medusa::ext::curl_transport;
using medusa::ext::detail::curl_transfer;
using support::answer;
using support::loopback_server;
using support::reply;
using namespace std::string_view_literals;

namespace {

using outcome = medusa::result<medusa::ext::curl_response, curl_error>;

/// What the server gets when this is sent; `URL` and `target` of the request are filled in.
std::string sent(request r, std::string_view target) {
  loopback_server server({answer(200, "")});
  std::string const url = server.url(target);
  r.url = url;
  curl_transport http;
  CHECK(http.send(r).has_value());
  auto const requests = server.requests();
  CHECK(requests.size() == 1);
  std::string text = requests.empty() ? "" : requests.front();
  if (auto const at = text.find(server.authority()); at != std::string::npos)
    text.replace(at, server.authority().size(), "HOST");
  return text;
}

/// What becomes of these bytes from the server.
outcome received(std::string_view bytes, std::size_t max_body = static_cast<std::size_t>(-1),
                 reply::ending then = reply::ending::close) {
  loopback_server server({{.bytes = std::string(bytes), .then = then}});
  std::string const url = server.url("/");
  curl_transport http;
  return http.send({.url = url, .timeout = medusa::duration::seconds(10), .max_body = max_body});
}

std::optional<curl_error> error_of(outcome const& o) {
  if (o) return std::nullopt;
  return o.error();
}

/// `{"users":[]}`
constexpr std::string_view zipped_users =
    "\037\213\010\000\000\000\000\000\002\003\253\126\052\055\116\055\052\126\262\212\216\255\005"
    "\000\225\377"
    "\046\042\014\000\000\000"sv;
/// 100 000 times the letter a
constexpr std::string_view zipped_letters =
    "\037\213\010\000\000\000\000\000\002\003\355\301\061\001\000\000\000\302\240\254\353\137\302"
    "\032\036\100"
    "\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
    "\000\000\000"
    "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
    "\000\000\000"
    "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
    "\000\000\000"
    "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\257\006\207\372"
    "\342\033\240"
    "\206\001\000"sv;

std::string zipped(std::string_view body) {
  return "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

}  // namespace

TEST_CASE("a request goes out as it is given, with Host and nothing else") {
  CHECK(sent({}, "/admin/users") == "GET /admin/users HTTP/1.1\r\nHost: HOST\r\n\r\n");
  CHECK(sent({.method = method::del}, "/admin/users/usr_1") ==
        "DELETE /admin/users/usr_1 HTTP/1.1\r\nHost: HOST\r\n\r\n");

  std::array const headers{header{"Accept", "application/json"}, header{"x-Medusa", " two  words "},
                           header{"X-Empty", ""}, header{"X-Blank", " \t"},
                           header{"User-Agent", "me/1"}};
  CHECK(sent({.headers = headers}, "/") ==
        "GET / HTTP/1.1\r\nHost: HOST\r\nAccept: application/json\r\nx-Medusa: two  words\r\n"
        "X-Empty:\r\nX-Blank:\r\nUser-Agent: me/1\r\n\r\n");
}

TEST_CASE("a URL is sent as it is written") {
  for (std::string_view const target :
       {"/a/../b/./c//d", "/%2e%2E/%2f%00%zz", "/users?q=a%20b&created_at%5Bgt%5D=1&x='(!)*~\"",
        "/a;b=c,d@:$"})
    CHECK(sent({}, target) == "GET " + std::string(target) + " HTTP/1.1\r\nHost: HOST\r\n\r\n");
}

TEST_CASE("a body goes out whole, with its length") {
  std::array const json{header{"content-type", "application/json"}};
  CHECK(
      sent({.method = method::post, .headers = json, .body = "{\"a\":\"\0\"}"sv}, "/x") ==
      "POST /x HTTP/1.1\r\nHost: HOST\r\ncontent-type: application/json\r\nContent-Length: 9\r\n\r\n{\"a\":\"\0\"}"sv);
  CHECK(sent({.method = method::post, .body = "a=b"}, "/x") ==
        "POST /x HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\n\r\na=b");
  CHECK(sent({.method = method::post}, "/x") ==
        "POST /x HTTP/1.1\r\nHost: HOST\r\nContent-Length: 0\r\n\r\n");
  CHECK(sent({.method = method::del, .body = "a"}, "/x") ==
        "DELETE /x HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\n\r\na");

  std::string const large(3'000'000, '\xff');  // from 1 MB on, libcurl would ask first: `Expect`
  CHECK(sent({.method = method::post, .body = large}, "/x") ==
        "POST /x HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3000000\r\n\r\n" + large);
}

TEST_CASE("what cannot be sent is refused before anything is") {
  curl_transport http;
  std::array const bad{header{"X", "a\r\nY: b"}};
  loopback_server server;
  std::string const good = server.url("/");
  std::string const broken = server.url("/a\r\nX: b");
  CHECK(error_of(http.send({.url = good, .headers = bad})) ==
        curl_error{CURLE_BAD_FUNCTION_ARGUMENT, false});
  CHECK(error_of(http.send({.url = broken})) == curl_error{CURLE_BAD_FUNCTION_ARGUMENT, false});
  CHECK(error_of(http.send({.url = "http://127.0.0.1\0.example/"sv})) ==
        curl_error{CURLE_BAD_FUNCTION_ARGUMENT, false});
  for (std::string_view const url :
       {""sv, "http://"sv, "http://a b/"sv, "http://127.0.0.1:99999/"sv})
    CHECK(error_of(http.send({.url = url})) == curl_error{CURLE_URL_MALFORMAT, false});
  for (std::string_view const url :
       {"file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "ws://127.0.0.1/"})
    CHECK(error_of(http.send({.url = url})) == curl_error{CURLE_UNSUPPORTED_PROTOCOL, false});
  CHECK(server.accepted() == 0);
}

TEST_CASE("every status is a response, and no redirect is followed") {
  for (int const status :
       {200, 201, 204, 301, 302, 304, 307, 400, 401, 404, 407, 409, 422, 429, 500, 503, 599}) {
    loopback_server server(
        {answer(status, "", "Location: /other\r\nWWW-Authenticate: Basic\r\nRetry-After: 7\r\n"),
         answer(200, "not asked for")});
    std::string const url = server.url("/");
    curl_transport http;
    auto const response = http.send({.url = url});
    REQUIRE(response.has_value());
    CHECK(response->status() == status);
    CHECK(response->body().empty());
    CHECK(response->header("retry-after") == "7");
    CHECK(server.requests().size() == 1);
  }
}

TEST_CASE("a body ends by its length, by its last chunk, or with the connection") {
  auto const text = "a\0b"sv;
  auto const by_length = received("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na\0b"sv);
  auto const by_chunks = received(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n2;x=y\r\n\0b\r\n0\r\n\r\n"sv);
  auto const by_close = received("HTTP/1.1 200 OK\r\n\r\na\0b"sv);
  auto const http_1_0 = received("HTTP/1.0 200 OK\r\n\r\na\0b"sv);
  for (outcome const* each : {&by_length, &by_chunks, &by_close, &http_1_0}) {
    REQUIRE(each->has_value());
    CHECK((*each)->status() == 200);
    CHECK((*each)->body() == text);
  }
}

TEST_CASE("neither 204 nor 304 has a body, whatever the headers say") {
  for (std::string_view const status : {"204", "304"}) {
    auto const response =
        received("HTTP/1.1 " + std::string(status) + " X\r\nContent-Length: 5\r\n\r\n", 100,
                 reply::ending::keep);
    REQUIRE(response.has_value());
    CHECK(response->body().empty());
  }
}

TEST_CASE("headers are those of the final response, several of a name one by one") {
  auto const response = received(
      "HTTP/1.1 100 Continue\r\n\r\n"
      "HTTP/1.1 103 Early Hints\r\nLink: early\r\nSet-Cookie: early=1\r\n\r\n"
      "HTTP/1.1 200 OK\r\nSet-Cookie: a=1; Path=/\r\nset-cookie: b=2\r\nX-Folded: one\r\n two\r\n"
      "Transfer-Encoding: chunked\r\nTrailer: Retry-After\r\n\r\n1\r\nx\r\n0\r\nRetry-After: "
      "5\r\n\r\n");
  REQUIRE(response.has_value());
  CHECK(response->status() == 200);
  CHECK(response->body() == "x");
  CHECK(response->header("Set-Cookie") == "a=1; Path=/");
  CHECK(response->header("SET-COOKIE", 1) == "b=2");
  CHECK(response->header("Set-Cookie", 2) == std::nullopt);
  CHECK(response->header("X-Folded") == "one two");
  CHECK(response->header("Link") == std::nullopt);
  CHECK(response->header("Retry-After") == std::nullopt);
}

TEST_CASE("a compressed body is decoded, asked for or not") {
  auto const response = received(zipped(zipped_users));
  REQUIRE(response.has_value());
  CHECK(response->body() == "{\"users\":[]}");

  std::array const ask{header{"Accept-Encoding", "gzip;q=0.5"}};
  CHECK(sent({.headers = ask}, "/") ==
        "GET / HTTP/1.1\r\nHost: HOST\r\nAccept-Encoding: gzip;q=0.5\r\n\r\n");

  auto const unknown =
      received("HTTP/1.1 200 OK\r\nContent-Encoding: rot13\r\nContent-Length: 1\r\n\r\nx");
  CHECK(error_of(unknown) == curl_error{CURLE_BAD_CONTENT_ENCODING, true});
  auto const broken = received(zipped("this is not gzip at all"));
  CHECK(error_of(broken) == curl_error{CURLE_BAD_CONTENT_ENCODING, true});
}

TEST_CASE("a body may be as large as max_body, and no larger") {
  curl_error const too_large{CURLE_FILESIZE_EXCEEDED, true};
  for (std::string_view const head : {"Content-Length: 5\r\n\r\n", "\r\n"}) {
    std::string const bytes = "HTTP/1.1 200 OK\r\n" + std::string(head) + "12345";
    auto const whole = received(bytes, 5);
    REQUIRE(whole.has_value());
    CHECK(whole->body() == "12345");
    CHECK(error_of(received(bytes, 4)) == too_large);
    CHECK(error_of(received(bytes, 0)) == too_large);
  }
  // Announced: refused without waiting for it.
  CHECK(error_of(received("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", 999,
                          reply::ending::keep)) == too_large);
  // Decoded bytes count, and nothing is allocated for more of them.
  CHECK(error_of(received(zipped(zipped_letters), 99'999)) == too_large);
  auto const letters = received(zipped(zipped_letters), 100'000);
  REQUIRE(letters.has_value());
  CHECK(letters->body() == std::string(100'000, 'a'));
  // Nothing to receive is not too much.
  CHECK(received("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 0).has_value());
}

TEST_CASE("headers are bounded, also those that are not kept") {
  std::string const line = "X-Padding: " + std::string(1000, 'x') + "\r\n";
  std::string some = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n";
  for (int i = 0; i < 100; ++i) some += line;
  CHECK(received(some + "\r\n").has_value());
  std::string many = some;
  for (int i = 0; i < 300; ++i) many += line;
  std::string hints;
  for (int i = 0; i < 300; ++i) hints += "HTTP/1.1 103 Early Hints\r\n" + line + "\r\n";
  for (std::string const& bytes : {many, hints}) {
    CHECK(error_of(received(bytes + "\r\nHTTP/1.1 200 OK\r\n\r\n")) ==
          curl_error{CURLE_FILESIZE_EXCEEDED, true});
  }
}

TEST_CASE("what is no response is an error") {
  CHECK(error_of(received("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n1234")) ==
        curl_error{CURLE_PARTIAL_FILE, true});
  for (std::string_view const bytes :
       {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n1234"sv,
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n1234"sv,
        "<html>no HTTP</html>"sv, "HTTP/1.1 100 Continue\r\n\r\n"sv,
        "HTTP/1.1 101 Switching Protocols\r\n\r\n"sv, "HTTP/1.1 20"sv,
        "HTTP/1.1 099 Low\r\nContent-Length: 0\r\n\r\n"sv, "\0\0\0\0"sv}) {
    auto const error = error_of(received(bytes));
    CAPTURE(bytes);
    REQUIRE(error.has_value());
    CHECK(error->code != CURLE_OK);
    CHECK(error->may_have_been_sent);
  }
}

TEST_CASE("an answer that ends within its headers is an error") {
  for (std::string_view const whole :
       {"HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: 0\r\n\r\n"sv,
        "HTTP/1.1 204 No Content\r\nDate: now\r\n\r\n"sv,
        "HTTP/1.1 103 Early Hints\r\nA: 1\r\n\r\nHTTP/1.1 401 Unauthorized\r\nA: 1\r\n\r\n"sv}) {
    CHECK(received(whole).has_value());
    for (std::size_t size = 0; size < whole.size(); ++size) {
      auto const error = error_of(received(whole.substr(0, size)));
      CAPTURE(whole.substr(0, size));
      REQUIRE(error.has_value());
      CHECK(error->may_have_been_sent);
    }
  }
  CHECK(error_of(received("HTTP/1.1 200 OK\r\nDate: now\r\n")) ==
        curl_error{CURLE_PARTIAL_FILE, true});
}

TEST_CASE("nothing of a transfer stays in its handle") {
  enum class end { answered, failed, given_up };
  for (end const how : {end::answered, end::failed, end::given_up}) {
    reply const first = how == end::failed ? reply{.then = reply::ending::close} : answer(200, "");
    loopback_server server([&](std::string_view bytes) {
      return bytes.find("/secret") != std::string_view::npos ? first : answer(200, "next");
    });
    curl_transfer transfer;
    CURL* const easy = transfer.easy();
    REQUIRE(easy != nullptr);
    {
      std::string const url = server.url("/secret");
      std::string const bearer = "Bearer t";
      std::array const headers{header{"Authorization", bearer}};
      CHECK(transfer.begin({.method = method::post, .url = url, .headers = headers, .body = bearer},
                           {}) == CURLE_OK);
      // Any driver will do.
      if (how == end::given_up) transfer.give_up();
      else CHECK(transfer.finish(curl_easy_perform(easy)).has_value() == (how == end::answered));
    }
    CHECK(curl_easy_perform(easy) == CURLE_URL_MALFORMAT);
    curl_easy_setopt(easy, CURLOPT_URL, server.url("/next").c_str());
    std::string body;
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &body);
    curl_easy_setopt(
        easy, CURLOPT_WRITEFUNCTION, +[](char* data, std::size_t size, std::size_t n, void* to) {
          static_cast<std::string*>(to)->append(data, size * n);
          return size * n;
        });
    CHECK(curl_easy_perform(easy) == CURLE_OK);
    CHECK(body == "next");
    std::string const request = server.requests().back();
    CHECK(request.starts_with("GET /next HTTP/1.1\r\n"));
    CHECK(request.find("Bearer") == std::string::npos);
    CHECK(request.find("Authorization") == std::string::npos);
  }
}

TEST_CASE("a request goes out the same whatever went before it on its transport") {
  loopback_server server([](std::string_view) { return answer(200, ""); });
  std::string const url = server.url("/x");
  std::string const other = "http://user:password@" + server.authority() + "/other";
  std::array const some{header{"Authorization", "Bearer t"}, header{"Accept", "text/plain"},
                        header{"Accept-Encoding", "gzip"}};
  std::array const json{header{"Content-Type", "application/json"}, header{"Cookie", "a=b"}};
  std::array const kinds{
      request{.url = url},
      request{.url = url, .headers = some},
      request{.url = other},
      request{.url = url, .headers = json, .body = "of a GET"},
      request{.method = method::post, .url = url},
      request{.method = method::post, .url = url, .headers = json, .body = "a longer text"},
      request{.method = method::post, .url = other, .headers = some, .body = "a text"},
      request{.method = method::del, .url = url},
      request{.method = method::del, .url = url, .headers = some, .body = "of a DELETE"}};
  auto const sent_by = [&](curl_transport& http, request const& r) {
    CHECK(http.send(r).has_value());
    return server.requests().back();
  };
  std::vector<std::string> alone;
  for (request const& each : kinds) {
    curl_transport http;
    alone.push_back(sent_by(http, each));
  }
  curl_transport http;
  for (std::size_t before = 0; before < kinds.size(); ++before)
    for (std::size_t each = 0; each < kinds.size(); ++each) {
      sent_by(http, kinds[before]);
      CAPTURE(alone[before]);
      CHECK(sent_by(http, kinds[each]) == alone[each]);
    }
}

TEST_CASE("a time limit is that of a request alone, not of the one before") {
  using std::chrono::milliseconds;
  reply late = answer(200, "late");
  late.before = milliseconds(300);
  loopback_server server({answer(200, "1"), late, answer(200, "2"), late});
  std::string const url = server.url("/");
  curl_transport http;
  CHECK(http.send({.url = url, .timeout = milliseconds(250)}).has_value());
  CHECK(http.send({.url = url}).has_value());
  CHECK(http.send({.url = url}).has_value());
  CHECK(error_of(http.send({.url = url, .timeout = milliseconds(100)})) ==
        curl_error{CURLE_OPERATION_TIMEDOUT, true});
}

TEST_CASE("max_body is that of a request alone, whether the size is announced or not") {
  constexpr auto any = static_cast<std::size_t>(-1);
  struct {
    std::size_t most, size;
  } const calls[] = {{4, 4}, {any, 5}, {4, 5}, {4, 4}, {any, 9}, {0, 1}, {5, 5}, {4, 5}};
  for (bool const announced : {true, false}) {
    std::vector<reply> script;
    for (auto const& each : calls) {
      std::string const body(each.size, 'x');
      script.push_back(announced
                           ? answer(200, body)
                           : reply{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" +
                                   std::to_string(body.size()) + "\r\n" + body + "\r\n0\r\n\r\n"});
    }
    loopback_server server(script);
    std::string const url = server.url("/");
    curl_transport http;
    for (auto const& each : calls) {
      auto const response = http.send({.url = url, .max_body = each.most});
      CHECK(response.has_value() == (each.size <= each.most));
      if (response) CHECK(response->body() == std::string(each.size, 'x'));
      else CHECK(response.error().code == CURLE_FILESIZE_EXCEEDED);
    }
  }
}

TEST_CASE("what came of an answer that broke is no part of the next") {
  loopback_server server({{.bytes = "HTTP/1.1 200 OK\r\nX-A: 1\r\nContent-Length: 5\r\n\r\n1234",
                           .then = reply::ending::close},
                          answer(200, "12345")});
  std::string const url = server.url("/");
  curl_transport http;
  CHECK(error_of(http.send({.url = url})) == curl_error{CURLE_PARTIAL_FILE, true});
  auto const response = http.send({.url = url});
  REQUIRE(response.has_value());
  CHECK(response->body() == "12345");
  CHECK(response->header("X-A") == std::nullopt);
}

TEST_CASE("the headers of many answers may together be larger than those of one") {
  std::string const padding = "X-Padding: " + std::string(60'000, 'x') + "\r\n";
  loopback_server server([&](std::string_view) { return answer(200, "", padding); });
  std::string const url = server.url("/");
  curl_transport http;
  for (int i = 0; i < 6; ++i) CHECK(http.send({.url = url}).has_value());
}

TEST_CASE("an option that libcurl refuses fails one request, and not the next") {
  loopback_server server({answer(200, "1"), answer(200, "2")});
  std::string const url = server.url("/");
  std::string const too_long = url + std::string(8'000'001, 'x');  // CURL_MAX_INPUT_LENGTH
  curl_transport http;
  CHECK(http.send({.url = url}).has_value());
  CHECK(error_of(http.send({.url = too_long})) == curl_error{CURLE_BAD_FUNCTION_ARGUMENT, false});
  CHECK(http.send({.url = url}).has_value());
  CHECK(server.requests().size() == 2);
}

#if LIBCURL_VERSION_NUM >= 0x075000
TEST_CASE("however often libcurl had to send again, it does so the next time") {
  loopback_server server([](std::string_view) { return answer(200, "1"); });
  std::string const url = server.url("/");
  curl_socket_t last = CURL_SOCKET_BAD;
  curl_transfer transfer;
  int const requests = 10;  // by itself it gives up with the sixth of a handle
  for (int i = 0; i < requests; ++i) {
    CHECK(transfer.begin({.method = method::post, .url = url, .body = "x"}, {}) == CURLE_OK);
    CURL* const easy = transfer.easy();
    curl_easy_setopt(easy, CURLOPT_SOCKOPTDATA, &last);
    curl_easy_setopt(
        easy, CURLOPT_SOCKOPTFUNCTION, +[](void* to, curl_socket_t made, curlsocktype) {
          *static_cast<curl_socket_t*>(to) = made;
          return CURL_SOCKOPT_OK;
        });
    // When it says that it uses a connection again, it has found it to be good. It breaks before
    // the first byte.
    curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(easy, CURLOPT_DEBUGDATA, &last);
    curl_easy_setopt(
        easy, CURLOPT_DEBUGFUNCTION,
        +[](CURL*, curl_infotype, char* text, std::size_t size, void* socket) {
          if (std::string_view(text, size).find("using existing") != std::string_view::npos)
            ::shutdown(*static_cast<curl_socket_t*>(socket), SHUT_WR);
          return 0;
        });
    CHECK(transfer.finish(curl_easy_perform(easy)).has_value());
    curl_easy_setopt(easy, CURLOPT_VERBOSE, 0L);
  }
  CHECK(server.accepted() == requests);
  CHECK(server.requests().size() == requests);
}
#endif
