// SPDX-License-Identifier: MIT
#include <medusa/ext/http1/response_parser.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <medusa/core/static_string.hpp>

using medusa::ext::http1_errc;
using medusa::ext::http1_limits;
using medusa::ext::http1_memory;
using medusa::ext::http1::parse_state;
using medusa::ext::http1::response_parser;
using namespace std::string_view_literals;

namespace {

constexpr http1_limits small{.body = 16, .head = 64, .line = 40, .fields = 4, .interim = 2};
using parser = response_parser<http1_memory<small>>;

constexpr std::size_t all_at_once = 100'000;

/// Gives the parser a text, in pieces of at most that size.
template <class Parser>
constexpr parse_state feed(Parser& p, std::string_view text, std::size_t piece = all_at_once) {
  while (!text.empty() && p.state() == parse_state::more) {
    std::span<char> const room = p.room();
    std::size_t n = text.size() < piece ? text.size() : piece;
    if (n > room.size()) n = room.size();
    for (std::size_t i = 0; i < n; ++i) room[i] = text[i];
    p.received(n);
    text.remove_prefix(n);
  }
  return p.state();
}

constexpr http1_errc error_of(std::string_view text) {
  parser p;
  return feed(p, text) == parse_state::failed ? p.error() : http1_errc::none;
}
/// The response is complete with its last byte, and has this body.
constexpr bool gives(std::string_view text, std::string_view body) {
  parser p;
  if (feed(p, text.substr(0, text.size() - 1)) != parse_state::more) return false;
  return feed(p, text.substr(text.size() - 1)) == parse_state::complete &&
         std::string_view(p.response().body()) == body;
}

constexpr std::string_view counted =
    "HTTP/1.1 200 OK\r\nA: \t1 \r\nContent-Length: 5\r\na:2\r\n\r\nhello";
constexpr std::string_view chunked =
    "HTTP/1.1 201 Made\r\nTransfer-Encoding: chunked\r\n\r\n"
    "3\r\nhel\r\n00B;a=\"b\"\r\nlo, \r\nworld\r\n0\r\nT: 1\r\n\r\n";

constexpr bool test_counted_body() {
  parser p;
  if (feed(p, counted) != parse_state::complete || !p.info().keep_alive) return false;
  auto const r = p.response();
  std::span<char>(r.body())[0] = 'H';
  return r.status() == 200 && r.header("A") == "1" && r.header("A", 1) == "2" &&
         !r.header("A", 2) && r.header("Content-Length") == "5" &&
         std::string_view(r.body()) == "Hello";
}

constexpr bool test_chunked_body() {
  parser p;
  if (feed(p, chunked) != parse_state::complete || !p.info().keep_alive) return false;
  auto const r = p.response();
  // RFC 9110 section 6.5.1: trailers are not headers.
  return r.status() == 201 && std::string_view(r.body()) == "hello, \r\nworld" && !r.header("T") &&
         gives("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "") &&
         gives(
             "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;x\r\na\r\n1 "
             ";y=z\r\nb\r\n000\r\nA: b\r\nC: d\r\n\r\n",
             "ab");
}

constexpr bool test_in_pieces_of(std::size_t piece) {
  for (std::string_view const text : {counted, chunked}) {
    parser whole;
    parser split;
    if (feed(whole, text) != parse_state::complete ||
        feed(split, text, piece) != parse_state::complete)
      return false;
    if (std::string_view(whole.response().body()) != std::string_view(split.response().body()))
      return false;
    if (split.response().header("A") != whole.response().header("A")) return false;
  }
  return true;
}
constexpr bool test_split_at_every_byte() {
  for (std::size_t at = 0; at < counted.size(); ++at) {
    parser p;
    if (feed(p, counted.substr(0, at)) != parse_state::more) return false;
    if (feed(p, counted.substr(at)) != parse_state::complete) return false;
    if (std::string_view(p.response().body()) != "hello" || p.response().header("a", 1) != "2")
      return false;
  }
  return true;
}

constexpr bool test_no_body() {
  return gives("HTTP/1.1 204 No Content\r\n\r\n", "") &&
         gives("HTTP/1.1 304 Not Modified\r\nContent-Length: 9999\r\n\r\n", "") &&
         gives("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "");
}

// RFC 9112 section 6.3, item 8
constexpr bool test_body_until_the_end() {
  for (std::string_view const body : {"", "0\r\n\r\n", "hello"}) {
    parser p;
    if (feed(p, "HTTP/1.1 200 OK\r\n\r\n") != parse_state::more ||
        feed(p, body) != parse_state::more)
      return false;
    if (p.ended() != parse_state::complete || p.info().keep_alive) return false;
    if (std::string_view(p.response().body()) != body) return false;
  }
  return true;
}

constexpr bool test_interim_responses_are_skipped() {
  parser p;
  if (feed(p,
           "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\nContent-Length: "
           "3\r\n\r\n") != parse_state::more)
    return false;
  if (feed(p, counted) != parse_state::complete) return false;
  return p.response().status() == 200 && !p.response().header("Link") &&
         std::string_view(p.response().body()) == "hello";
}

constexpr bool test_one_after_the_other() {
  parser p;
  if (feed(p, chunked) != parse_state::complete) return false;
  p.begin();
  if (feed(p, counted) != parse_state::complete || std::string_view(p.response().body()) != "hello")
    return false;
  p.begin();
  if (feed(p, "nonsense\r\n") != parse_state::failed) return false;
  p.begin();
  return feed(p, chunked) == parse_state::complete && p.response().status() == 201;
}

// RFC 9112 section 9.2
constexpr bool test_bytes_behind_the_end() {
  for (std::string_view const more : {"H", "\r\n", "HTTP/1.1 200 OK\r\n"}) {
    parser p;
    std::span<char> const room = p.room();
    std::size_t n = 0;
    for (char const c : counted) room[n++] = c;
    for (char const c : more) room[n++] = c;
    if (p.received(n) != parse_state::complete || p.info().keep_alive) return false;
    if (std::string_view(p.response().body()) != "hello") return false;
  }
  return true;
}

// RFC 9112 section 8
constexpr bool test_ends_too_early() {
  for (std::string_view const text : {counted, chunked})
    for (std::size_t n = 0; n < text.size(); ++n) {
      parser p;
      if (feed(p, text.substr(0, n)) != parse_state::more || p.ended() != parse_state::failed)
        return false;
      if (p.error() != (n == 0 ? http1_errc::closed : http1_errc::truncated)) return false;
    }
  parser p;
  return feed(p, counted) == parse_state::complete && p.ended() == parse_state::complete &&
         !p.info().keep_alive;
}

// RFC 9112 section 2.2
constexpr bool test_line_ends() {
  for (std::string_view const bad :
       {"HTTP/1.1 200 OK\n", "HTTP/1.1 200 OK\r\r\n", "HTTP/1.1 200 OK\rA: b\r\n",
        "HTTP/1.1 200 OK\r\nA: b\n", "HTTP/1.1 200 OK\r\nA: b\rc\r\n", "HTTP/1.1 200 OK\r\n\n",
        "HTTP/1.1 200 OK\r\n\r\r", "\n"})
    if (error_of(bad) != http1_errc::bad_line_end) return false;
  constexpr auto chunks = [](std::string_view rest) {
    parser p;
    feed(p, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    return feed(p, rest) == parse_state::failed ? p.error() : http1_errc::none;
  };
  for (std::string_view const bad :
       {"1\na", "1;x\na", "1\r\na\n", "0\n", "0\r\n\n", "0\r\nT: 1\n", "1\r\na\r\r", "1\rx"})
    if (chunks(bad) != http1_errc::bad_line_end) return false;
  return error_of("\r\nHTTP/1.1 200 OK\r\n") == http1_errc::bad_status_line;
}

constexpr bool test_control_characters() {
  for (std::string_view const bad :
       {"HTTP/1.1 200 \0K\r\n"sv, "HTTP/1.1 200 O\x1B\r\n"sv, "HTTP/1.1 200 OK\r\nA: \0\r\n"sv,
        "HTTP/1.1 200 OK\r\nA: \x7F\r\n"sv,
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0;\1\r\n"sv,
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nT: \0\r\n"sv, "\0"sv})
    if (error_of(bad) != http1_errc::control_character) return false;
  return error_of("HTTP/1.1 200 OK\r\nA: \t\xFF\r\n\r\n") == http1_errc::none;
}

constexpr bool test_errors_of_the_head_end_it() {
  return error_of("HTTP/1.1 101 Switching\r\n") == http1_errc::bad_status_line &&
         error_of("HTTP/1.1 200 OK\r\nA : b\r\n") == http1_errc::bad_field &&
         error_of("HTTP/1.1 200 OK\r\nA: b\r\n c\r\n") == http1_errc::folded_field &&
         error_of("HTTP/1.1 200 OK\r\nContent-Length: x\r\n") == http1_errc::bad_content_length &&
         error_of("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n") ==
             http1_errc::unsupported_coding &&
         error_of("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n") ==
             http1_errc::ambiguous_framing;
}

constexpr bool test_chunks_must_be_whole() {
  constexpr auto head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"sv;
  for (std::string_view const bad : {"\r\n", "x\r\n", " 1\r\n", "1 \r\n", "-1\r\n", "0x1\r\n",
                                     ";x\r\n", "1\r\nab", "1\r\na1\r\n"}) {
    parser p;
    feed(p, head);
    if (feed(p, bad) != parse_state::failed || p.error() != http1_errc::bad_chunk) return false;
  }
  return true;
}

// Each limit: N fits, N + 1 does not.

constexpr bool test_body_limit() {
  constexpr auto sixteen = "0123456789abcdef"sv;
  constexpr auto chunks = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"sv;
  constexpr auto said = [](std::string_view head, std::string_view body, bool end,
                           std::size_t max_body) {
    parser p;
    p.begin(max_body);
    feed(p, head);
    feed(p, body, 3);
    if (end) p.ended();
    if (p.state() == parse_state::complete)
      return std::string_view(p.response().body()).size() == 16;
    return p.state() != parse_state::failed || p.error() != http1_errc::body_too_large;
  };
  bool good = true;
  for (std::size_t const max : {std::size_t{16}, std::size_t{1000}}) {
    good = good && said("HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n", sixteen, false, max);
    good = good && !said("HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n", "", false, max);
    good = good && said(chunks, "8\r\n01234567\r\n8\r\n01234567\r\n0\r\n\r\n", false, max);
    good = good && !said(chunks, "8\r\n01234567\r\n9\r\n", false, max) &&
           !said(chunks, "11\r\n", false, max);
    good = good && said("HTTP/1.1 200 OK\r\n\r\n", sixteen, true, max);
    good = good && !said("HTTP/1.1 200 OK\r\n\r\n", "0123456789abcdefg", true, max);
  }
  return good && !said("HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n", sixteen, false, 15) &&
         !said("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n", "", false, 0) &&
         !said(chunks, "ffffffffffffffffffffffff\r\n", false, 16) &&
         !said("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\n", "", false, 16);
}

constexpr bool test_length_of_too_large_a_body() {
  parser p;
  return feed(p, "HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n") == parse_state::failed &&
         p.error() == http1_errc::body_too_large && p.info().length == 17u;
}

constexpr bool test_body_ends_full_with_much_framing() {
  // More framing behind a full body than there is room for at once.
  parser p;
  feed(p, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n0123456789abcdef\r\n");
  if (p.room().size() < http1_memory<small>::spare) return false;
  return feed(p,
              "0;123456789012345678901234567890\r\nA: 12345678901234567890123456789\r\nB: "
              "c\r\n\r\n") == parse_state::complete &&
         std::string_view(p.response().body()) == "0123456789abcdef";
}

constexpr bool test_line_limit() {
  constexpr auto chunks = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"sv;
  constexpr auto forty = "HTTP/1.1 200 45678901234567890123456789x"sv;
  static_assert(forty.size() == small.line);
  constexpr auto filled = [](std::string_view head, std::string_view begin, std::size_t size) {
    parser p;
    feed(p, head);
    feed(p, begin);
    for (std::size_t i = begin.size(); i < size; ++i) feed(p, "x");
    feed(p, "\r\n");
    return p.state() == parse_state::failed ? p.error() : http1_errc::none;
  };
  for (auto const& [head, begin] : {std::pair{""sv, "HTTP/1.1 200 "sv},
                                    {"HTTP/1.1 200 OK\r\n"sv, "A: "sv},
                                    {chunks, "1;"sv},
                                    {chunks, "0\r\nT: "sv}}) {
    std::size_t const before =
        begin.find('\n') == std::string_view::npos ? 0 : begin.find('\n') + 1;
    if (filled(head, begin, before + 40) != http1_errc::none) return false;
    if (filled(head, begin, before + 41) != http1_errc::line_too_long) return false;
  }
  return true;
}

constexpr bool test_head_limit() {
  // 64 bytes, of which each line takes one for its end.
  constexpr auto first = "HTTP/1.1 200 OK\r\nA: 3456789012345678901234567890\r\n"sv;
  constexpr auto fits = "B: 3456789012345678901234567890\r\n"sv;
  constexpr auto does_not = "B: 34567890123456789012345678901\r\n"sv;
  static_assert(fits.size() - 1 == small.head / 2 &&
                first.size() - 1 - "HTTP/1.1 200 OK\r\n"sv.size() == small.head / 2);
  parser p;
  feed(p, first);
  if (feed(p, fits) != parse_state::more || feed(p, "\r\n") != parse_state::more) return false;
  p.begin();
  feed(p, first);
  if (feed(p, does_not) != parse_state::failed || p.error() != http1_errc::head_too_large)
    return false;
  p.begin();
  feed(p, first);
  feed(p, fits);
  return feed(p, "C: d") == parse_state::failed && p.error() == http1_errc::head_too_large;
}

constexpr bool test_field_limit() {
  constexpr auto four = "HTTP/1.1 200 OK\r\nA: 1\r\nB: 1\r\nC: 1\r\nD: 1\r\n"sv;
  parser p;
  if (feed(p, four) != parse_state::more || feed(p, "\r\n") != parse_state::more) return false;
  p.begin();
  feed(p, four);
  if (feed(p, "E: 1\r\n") != parse_state::failed || p.error() != http1_errc::too_many_fields)
    return false;
  // Trailers count with the headers.
  constexpr auto three =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nB: 1\r\nC: 1\r\n\r\n0\r\nT: 1\r\n"sv;
  p.begin();
  if (feed(p, three) != parse_state::more || feed(p, "\r\n") != parse_state::complete) return false;
  p.begin();
  feed(p, three);
  return feed(p, "U: 1\r\n") == parse_state::failed && p.error() == http1_errc::too_many_fields;
}

constexpr bool test_interim_limit() {
  constexpr auto interim = "HTTP/1.1 102 Processing\r\nA: b\r\nC: d\r\n\r\n"sv;
  parser p;
  feed(p, interim);
  if (feed(p, interim) != parse_state::more || feed(p, counted) != parse_state::complete)
    return false;
  p.begin();
  feed(p, interim);
  feed(p, interim);
  if (feed(p, interim) != parse_state::failed || p.error() != http1_errc::too_many_interim)
    return false;
  p.begin();
  feed(p, interim);
  return feed(p, interim) == parse_state::more;
}

/// The same bytes in other pieces must come to the same end.
bool test_pieces_make_no_difference(std::string const& text, std::uint32_t random) {
  parser whole;
  parser split;
  feed(whole, text);
  for (std::string_view rest = text; !rest.empty() && split.state() == parse_state::more;) {
    random = random * 1664525 + 1013904223;
    std::string_view const piece = rest.substr(0, 1 + (random >> 28));
    feed(split, piece);
    rest.remove_prefix(piece.size());
  }
  whole.ended();
  split.ended();
  if (whole.state() != split.state() || whole.state() == parse_state::more) return false;
  if (whole.state() == parse_state::failed)
    return whole.error() == split.error() && whole.error() != http1_errc::none;
  auto const a = whole.response();
  auto const b = split.response();
  return a.status() == b.status() && a.status() >= 200 &&
         std::string_view(a.body()) == std::string_view(b.body()) &&
         std::string_view(a.body()).size() <= small.body && a.header("A") == b.header("A");
}

}  // namespace

static_assert(test_counted_body());
static_assert(test_chunked_body());
static_assert(test_in_pieces_of(1));
static_assert(test_in_pieces_of(7));
static_assert(test_split_at_every_byte());
static_assert(test_no_body());
static_assert(test_body_until_the_end());
static_assert(test_interim_responses_are_skipped());
static_assert(test_one_after_the_other());
static_assert(test_bytes_behind_the_end());
static_assert(test_ends_too_early());
static_assert(test_line_ends());
static_assert(test_control_characters());
static_assert(test_errors_of_the_head_end_it());
static_assert(test_chunks_must_be_whole());
static_assert(test_body_limit());
static_assert(test_length_of_too_large_a_body());
static_assert(test_body_ends_full_with_much_framing());
static_assert(test_line_limit());
static_assert(test_head_limit());
static_assert(test_field_limit());
static_assert(test_interim_limit());

TEST_CASE("a body with Content-Length") { CHECK(test_counted_body()); }
TEST_CASE("a chunked body") { CHECK(test_chunked_body()); }
TEST_CASE("pieces make no difference") {
  for (std::size_t piece = 1; piece < 200; ++piece) CHECK(test_in_pieces_of(piece));
  CHECK(test_split_at_every_byte());
}
TEST_CASE("responses without body") { CHECK(test_no_body()); }
TEST_CASE("a body until the end of the connection") { CHECK(test_body_until_the_end()); }
TEST_CASE("interim responses are skipped") { CHECK(test_interim_responses_are_skipped()); }
TEST_CASE("one response after the other, also after an error") {
  CHECK(test_one_after_the_other());
}
TEST_CASE("bytes behind the end belong to nothing") { CHECK(test_bytes_behind_the_end()); }
TEST_CASE("a connection that ends too early, after every byte") { CHECK(test_ends_too_early()); }
TEST_CASE("lines end with CR LF and nothing else") { CHECK(test_line_ends()); }
TEST_CASE("control characters are refused") { CHECK(test_control_characters()); }
TEST_CASE("errors of the head") { CHECK(test_errors_of_the_head_end_it()); }
TEST_CASE("chunks must be whole") { CHECK(test_chunks_must_be_whole()); }
TEST_CASE("limit: body") { CHECK(test_body_limit()); }
TEST_CASE("too large a body says how large it is") { CHECK(test_length_of_too_large_a_body()); }
TEST_CASE("framing behind a full body") { CHECK(test_body_ends_full_with_much_framing()); }
TEST_CASE("limit: line") { CHECK(test_line_limit()); }
TEST_CASE("limit: head") { CHECK(test_head_limit()); }
TEST_CASE("limit: fields") { CHECK(test_field_limit()); }
TEST_CASE("limit: interim responses") { CHECK(test_interim_limit()); }

TEST_CASE("garbage is refused, however it arrives") {
  std::uint32_t random = 1;
  auto const next = [&random](std::size_t below) {
    random = random * 1664525 + 1013904223;
    return static_cast<std::size_t>(random >> 8) % below;
  };
  constexpr auto spice = "\r\n\t :;,0159afHTP/.\0\x7F\xFF"sv;
  int complete = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text(next(2) == 0 ? counted : chunked);
    for (std::size_t changes = next(4); changes-- > 0;) {
      std::size_t const at = next(text.size());
      if (next(3) == 0) text.erase(at, 1 + next(3));
      else if (next(2) == 0) text.insert(at, 1, spice[next(spice.size())]);
      else text[at] = spice[next(spice.size())];
    }
    if (!test_pieces_make_no_difference(text, random)) FAIL_CHECK(text);
    parser p;
    if (feed(p, text) == parse_state::complete) ++complete;
  }
  CHECK(complete > 4'000);
  CHECK(complete < 16'000);
}
