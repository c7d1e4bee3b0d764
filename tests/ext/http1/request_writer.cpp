// SPDX-License-Identifier: MIT
#include <medusa/ext/http1/request_writer.hpp>

#include <doctest/doctest.h>

#include <medusa/core/static_string.hpp>

using medusa::header;
using medusa::method;
using medusa::request;
using medusa::ext::http1::is_sendable;
using medusa::ext::http1::request_writer;

namespace {

/// The whole request, written in pieces of that size.
constexpr medusa::static_string<512> written(request const& r, std::size_t piece) {
  medusa::static_string<512> text;
  char memory[64] = {};
  request_writer writer(r);
  for (;;) {
    std::size_t const n = writer.write(std::span<char>(memory, piece));
    std::size_t const at = text.size();
    if (!text.resize(at + n)) return {};
    for (std::size_t i = 0; i < n; ++i) text.data()[at + i] = memory[i];
    if (n < piece) break;
  }
  return writer.write(memory) == 0 ? text : medusa::static_string<512>();
}
constexpr bool writes(request const& r, std::string_view expected) {
  for (std::size_t const piece : {1u, 2u, 7u, 64u})
    if (written(r, piece) != expected) return false;
  return true;
}

constexpr bool test_get() {
  header const headers[] = {{"Accept", "application/json"}, {"X-Empty", ""}};
  return writes({.url = "http://127.0.0.1:9000/admin/users?limit=1",
                 .target = "/admin/users?limit=1",
                 .headers = headers},
                "GET /admin/users?limit=1 HTTP/1.1\r\nHost: 127.0.0.1:9000\r\nAccept: "
                "application/json\r\nX-Empty: \r\n\r\n") &&
         writes({.method = method::del, .url = "https://a:443/b", .target = "/b"},
                "DELETE /b HTTP/1.1\r\nHost: a\r\n\r\n");
}

constexpr bool test_post() {
  header const headers[] = {{"Content-Type", "application/json"}};
  return writes({.method = method::post,
                 .url = "http://a/b",
                 .target = "/b",
                 .headers = headers,
                 .body = R"({"a":1})"},
                "POST /b HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                "7\r\n\r\n{\"a\":1}") &&
         writes({.method = method::post, .url = "http://a/b", .target = "/b"},
                "POST /b HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n") &&
         writes({.method = method::del, .url = "http://a/b", .target = "/b", .body = "0123456789"},
                "DELETE /b HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n0123456789");
}

// RFC 9112 section 3.2.1
constexpr bool test_an_empty_path_is_a_slash() {
  return writes({.url = "http://a", .target = ""}, "GET / HTTP/1.1\r\nHost: a\r\n\r\n") &&
         writes({.url = "http://a?q", .target = "?q"}, "GET /?q HTTP/1.1\r\nHost: a\r\n\r\n");
}

constexpr bool sendable(std::string_view name, std::string_view value) {
  header const headers[] = {{"A", "b"}, {name, value}};
  return is_sendable({.url = "http://a/b", .target = "/b", .headers = headers});
}

constexpr bool test_what_would_be_misread_is_refused() {
  using namespace std::string_view_literals;
  for (std::string_view const target :
       {"/a b"sv, "/a\r\nX: y"sv, "/a\nb"sv, "/\0"sv, "/\x7F"sv, "/\t"sv})
    if (is_sendable({.url = "http://a/b", .target = target})) return false;
  for (std::string_view const url : {"", "/b", "http://", "http://u@a/b"})
    if (is_sendable({.url = url, .target = "/b"})) return false;
  for (std::string_view const name :
       {"Host", "content-length", "TRANSFER-ENCODING", "Connection", "Expect", "", "A B", "A:"})
    if (sendable(name, "1")) return false;
  return sendable("X-Good", "a value") && !sendable("X", "a\r\nContent-Length: 5") &&
         !sendable("X", "a\nb") && !sendable("X", "\0"sv) &&
         is_sendable({.url = "http://a/b", .target = "/b"});
}

}  // namespace

static_assert(test_get());
static_assert(test_post());
static_assert(test_an_empty_path_is_a_slash());
static_assert(test_what_would_be_misread_is_refused());

TEST_CASE("a request without body has no framing") { CHECK(test_get()); }
TEST_CASE("a body has a Content-Length, a POST without one has 0") { CHECK(test_post()); }
TEST_CASE("an empty path is sent as a slash") { CHECK(test_an_empty_path_is_a_slash()); }
TEST_CASE("what would be read as something else is refused") {
  CHECK(test_what_would_be_misread_is_refused());
}
