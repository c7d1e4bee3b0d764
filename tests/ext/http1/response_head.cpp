// SPDX-License-Identifier: MIT
#include <medusa/ext/http1/response_head.hpp>

#include <doctest/doctest.h>

#include <initializer_list>

#include <support/hidden.hpp>

using medusa::ext::http1_errc;
using medusa::ext::http1::framing;
using medusa::ext::http1::response_head;
using namespace std::string_view_literals;

namespace {

constexpr http1_errc read(response_head& head, std::string_view status,
                          std::initializer_list<std::string_view> fields) {
  auto code = head.take_status(status);
  for (auto const& each : fields)
    if (code == http1_errc::none) code = head.take_field(support::hidden(each));
  return code;
}
constexpr http1_errc field_error(std::initializer_list<std::string_view> fields) {
  response_head head;
  return read(head, "HTTP/1.1 200 OK", fields);
}
constexpr framing framing_of(std::string_view status,
                             std::initializer_list<std::string_view> fields) {
  response_head head;
  return read(head, status, fields) == http1_errc::none ? head.body() : framing::ambiguous;
}

// Section 4.
constexpr bool test_status_lines() {
  response_head head;
  for (std::string_view const good :
       {"HTTP/1.1 200 OK", "HTTP/1.1 200 ", "HTTP/1.1 200", "HTTP/1.0 200 any \t text",
        "HTTP/1.1 200 200 300", "HTTP/1.1 200 \xFF"})
    if (head.take_status(good) != http1_errc::none || head.status != 200) return false;
  if (head.take_status("HTTP/1.1 100 Continue") != http1_errc::none || head.status != 100)
    return false;
  if (head.take_status("HTTP/1.1 999 What") != http1_errc::none || head.status != 999) return false;
  for (std::string_view const bad : {"",
                                     "HTTP",
                                     "HTTP/1.1",
                                     "HTTP/1.1 ",
                                     "HTTP/1.1 20",
                                     "HTTP/1.1 2000",
                                     "HTTP/1.1 2x0 OK",
                                     "HTTP/1.1 +20 OK",
                                     "HTTP/1.1 099 OK",
                                     "HTTP/1.1 000",
                                     "HTTP/1.1  200 OK",
                                     "HTTP/1.1\t200 OK",
                                     " HTTP/1.1 200 OK",
                                     "http/1.1 200 OK",
                                     "HTTP/1.2 200 OK",
                                     "HTTP/2 200",
                                     "HTTP/2.0 200 OK",
                                     "HTTP/1.10 200 OK",
                                     "HTTP/0.9 200 OK",
                                     "ICY 200 OK",
                                     "HTTP/1.1 200OK",
                                     "HTTP/1.1 200\tOK",
                                     "HTTP/1.1 101 Switching Protocols",
                                     "GET / HTTP/1.1"})
    if (head.take_status(bad) != http1_errc::bad_status_line) return false;
  return true;
}

// Section 5.
constexpr bool test_fields() {
  for (std::string_view const good :
       {"A: b", "A:b", "A:", "A:\t b \t", "a-b_c.d!: 1", "A: b: c", "A: \x80\xFF"})
    if (field_error({good}) != http1_errc::none) return false;
  for (std::string_view const bad :
       {"A", "A b", ":", ": b", "A : b", "A\t: b", "A b: c", "A\x80: b", "(A): b", "A/B: c"})
    if (field_error({bad}) != http1_errc::bad_field) return false;
  return field_error({"A: b", " c"}) == http1_errc::folded_field &&
         field_error({"\tA: b"}) == http1_errc::folded_field &&
         field_error({" "}) == http1_errc::folded_field;
}

constexpr bool test_content_length() {
  response_head head;
  if (read(head, "HTTP/1.1 200 OK", {"content-length:\t42 "}) != http1_errc::none ||
      head.length != 42u)
    return false;
  for (std::string_view const bad :
       {"Content-Length:", "Content-Length: x", "Content-Length: -1", "Content-Length: +1",
        "Content-Length: 1 1", "Content-Length: 5, 5", "Content-Length: 0x5",
        "Content-Length: 5.0"})
    if (field_error({bad}) != http1_errc::bad_content_length) return false;
  return field_error({"Content-Length: 5", "Content-Length: 5"}) == http1_errc::none &&
         field_error({"Content-Length: 5", "Content-Length: 6"}) == http1_errc::ambiguous_framing;
}

constexpr bool test_codings() {
  for (std::string_view const bad :
       {"Transfer-Encoding: gzip", "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked, chunked", "Transfer-Encoding: identity",
        "Transfer-Encoding:", "Transfer-Encoding: xchunked", "Transfer-Encoding: \"chunked\"",
        "Content-Encoding: gzip", "Content-Encoding: br", "Content-Encoding:"})
    if (field_error({bad}) != http1_errc::unsupported_coding) return false;
  return field_error({"Transfer-Encoding: Chunked"}) == http1_errc::none &&
         field_error({"Transfer-Encoding: chunked", "Transfer-Encoding: chunked"}) ==
             http1_errc::ambiguous_framing &&
         field_error({"Content-Encoding: identity"}) == http1_errc::none;
}

// Section 6.3.
constexpr bool test_framing() {
  constexpr auto length = "Content-Length: 5"sv;
  constexpr auto chunks = "Transfer-Encoding: chunked"sv;
  for (std::string_view const empty : {"HTTP/1.1 204 No Content", "HTTP/1.1 304 Not Modified",
                                       "HTTP/1.1 100 Continue", "HTTP/1.0 204 No Content"})
    if (framing_of(empty, {}) != framing::no_body ||
        framing_of(empty, {length}) != framing::no_body)
      return false;
  return framing_of("HTTP/1.1 204 No Content", {chunks}) == framing::no_body &&
         framing_of("HTTP/1.1 200 OK", {length}) == framing::counted &&
         framing_of("HTTP/1.0 200 OK", {length}) == framing::counted &&
         framing_of("HTTP/1.1 200 OK", {chunks}) == framing::chunked &&
         framing_of("HTTP/1.1 205 Reset Content", {}) == framing::until_end &&
         framing_of("HTTP/1.0 200 OK", {}) == framing::until_end &&
         framing_of("HTTP/1.1 200 OK", {length, chunks}) == framing::ambiguous &&
         framing_of("HTTP/1.1 200 OK", {chunks, length}) == framing::ambiguous &&
         framing_of("HTTP/1.0 200 OK", {chunks}) == framing::ambiguous;
}

// Section 9.3.
constexpr bool test_keep_alive() {
  response_head head;
  auto const kept = [&head](std::string_view status,
                            std::initializer_list<std::string_view> fields) {
    return read(head, status, fields) == http1_errc::none && head.keep_alive;
  };
  return kept("HTTP/1.1 200 OK", {}) && kept("HTTP/1.1 200 OK", {"Connection: keep-alive"}) &&
         !kept("HTTP/1.1 200 OK", {"Connection: close"}) &&
         !kept("HTTP/1.1 200 OK", {"connection: x, Close"}) &&
         !kept("HTTP/1.1 200 OK", {"Connection: close", "Connection: keep-alive"}) &&
         !kept("HTTP/1.0 200 OK", {}) && !kept("HTTP/1.0 200 OK", {"Connection: keep-alive"});
}

constexpr bool test_a_status_line_begins_anew() {
  response_head head;
  if (read(head, "HTTP/1.0 103 Early",
           {"Content-Length: 5", "Connection: close", "Keep-Alive: timeout=5"}) != http1_errc::none)
    return false;
  if (head.idle_limit != medusa::duration::milliseconds(5000) || !head.is_interim()) return false;
  return read(head, "HTTP/1.1 200 OK", {"Transfer-Encoding: chunked"}) == http1_errc::none &&
         head.keep_alive && !head.length && head.body() == framing::chunked &&
         head.idle_limit == medusa::duration::max() && !head.is_interim();
}

}  // namespace

static_assert(test_status_lines());
static_assert(test_fields());
static_assert(test_content_length());
static_assert(test_codings());
static_assert(test_framing());
static_assert(test_keep_alive());
static_assert(test_a_status_line_begins_anew());

TEST_CASE("status lines") { CHECK(test_status_lines()); }
TEST_CASE("fields: names are tokens, nothing before the colon, no folding") {
  CHECK(test_fields());
}
TEST_CASE("Content-Length is a number, and always the same") { CHECK(test_content_length()); }
TEST_CASE("chunked is the only coding") { CHECK(test_codings()); }
TEST_CASE("what ends the body") { CHECK(test_framing()); }
TEST_CASE("whether the connection is kept") { CHECK(test_keep_alive()); }
TEST_CASE("a status line begins anew") { CHECK(test_a_status_line_begins_anew()); }
