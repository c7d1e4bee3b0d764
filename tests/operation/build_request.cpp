// SPDX-License-Identifier: MIT
#include <medusa/operation/build_request.hpp>

#include <doctest/doctest.h>

#include <operation/request.hpp>
#include <operation/sizes.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

using medusa::call_options;
using medusa::duration;
using medusa::encode_error;
using medusa::errc;
using medusa::header;
using medusa::method;

namespace {

/// An operation of each method: POST has a body, the others may have a query.
template <method Method, bool Authenticated = true>
struct ask {
  std::string_view text{};

  static constexpr medusa::operation_info info{.method = Method, .authenticated = Authenticated};
  constexpr void encode(medusa::request_writer& w) const {
    w.path("/x");
    if (Method == method::post) encode_body(w);
    else if (!text.empty()) w.query("q", text);
  }
  constexpr void encode_body(medusa::request_writer& w) const {
    w.check_text("text", text);
    w.body().begin_object();
    w.body().key("text");
    w.body().string(text);
    w.check_body("text");
    w.body().end_object();
  }
  template <medusa::request_memory Buffer>
  constexpr medusa::result<medusa::request, encode_error> request(
      Buffer& buffer, test_options const& options, call_options const& call = {}) const {
    return build_request(*this, buffer, options, call);
  }
};
using get = ask<method::get>;
using post = ask<method::post>;
using remove = ask<method::del>;
using login = ask<method::post, false>;

constexpr std::string_view get_head = "GET http://h:9000/x\nAccept: application/json\n";
constexpr std::string_view post_head =
    "POST http://h:9000/x\nAccept: application/json\nContent-Type: application/json\n";

/// Whether the request is `first` and `second`.
template <class Op>
constexpr bool writes_both(Op const& op, std::string_view first, std::string_view second,
                           test_options const& options = anonymous, call_options const& call = {}) {
  medusa::request_buffer<2048> buffer;
  auto const made = op.request(buffer, options, call);
  if (!made) return false;
  auto const text = as_text(*made);
  std::string_view const view = text;
  return view.starts_with(first) && medusa::slice(view, first.size()) == second;
}

constexpr bool test_plain() {
  return writes_both(get{}, get_head, "User-Agent: medusa-cpp\n\n") &&
         writes_both(post{.text = "t"}, post_head, "User-Agent: medusa-cpp\n\n{\"text\":\"t\"}") &&
         writes(remove{},
                "DELETE http://h:9000/x\nAccept: application/json\nUser-Agent: medusa-cpp\n\n",
                anonymous) &&
         writes(get{.text = "a b"},
                "GET http://h:9000/x?q=a%20b\nAccept: application/json\nUser-Agent: medusa-cpp\n\n",
                anonymous);
}
TEST_CASE("build_request: method, URL, headers, body") { CHECK(test_plain()); }
static_assert(test_plain());

constexpr bool has_url(std::string_view base, std::string_view url, std::string_view target) {
  medusa::request_buffer<256> buffer;
  auto const made = get{}.request(buffer, test_options{.base_url = base});
  return made && made->url == url && made->target == target;
}

constexpr bool test_base_urls() {
  return has_url("http://h", "http://h/x", "/x") && has_url("http://h/", "http://h/x", "/x") &&
         has_url("https://h:9000//", "https://h:9000/x", "/x") &&
         has_url("https://h/api", "https://h/api/x", "/api/x") &&
         has_url("https://h/a/b/", "https://h/a/b/x", "/a/b/x") &&
         has_url("http://[::1]:9000", "http://[::1]:9000/x", "/x") &&
         has_url("HTTP://H", "HTTP://H/x", "/x");
}
TEST_CASE("build_request: the base URL") { CHECK(test_base_urls()); }
static_assert(test_base_urls());

// A context need not come from options.
constexpr bool test_a_context_made_by_hand() {
  constexpr std::array<header, 2> all{header{"X-A", "b"}, header{"Cookie", "client"}};
  constexpr std::array<header, 1> bearer{header{"Authorization", "Bearer call"}};
  medusa::request_context context{.base = {.text = "http://h", .path_at = 8}, .headers = all};
  medusa::request_buffer<512> buffer;
  auto const has = [&](auto const& op, call_options const& call, bool cookie) {
    auto const made = medusa::build_request(op, buffer, context, call);
    return made && made->header("X-A") == "b" && made->header("Cookie").has_value() == cookie;
  };
  if (!has(get{}, {}, true) || !has(login{.text = "t"}, {}, false) ||
      !has(get{}, {.headers = bearer}, false))
    return false;
  context.timeout = duration();
  auto const made = medusa::build_request(get{}, buffer, context);
  return !made &&
         made.error() == medusa::encode_error{.code = errc::out_of_range, .field = "timeout"};
}
TEST_CASE("build_request: a context made by hand is no less checked") {
  CHECK(test_a_context_made_by_hand());
}
static_assert(test_a_context_made_by_hand());

constexpr test_options signed_with(medusa::credentials const& c,
                                   std::span<header const> headers = {}) {
  test_options options = anonymous;
  options.credentials = c;
  options.headers = headers;
  return options;
}

constexpr bool test_credentials() {
  return writes_both(get{}, get_head, "x-medusa-access-token: t\nUser-Agent: medusa-cpp\n\n",
                     signed_with(medusa::api_token{"t"})) &&
         writes_both(get{}, get_head, "Authorization: Bearer h.p.s\nUser-Agent: medusa-cpp\n\n",
                     signed_with(medusa::bearer{"h.p.s"})) &&
         writes_both(get{}, get_head, "Cookie: connect.sid=s%3Aa.b\nUser-Agent: medusa-cpp\n\n",
                     signed_with(medusa::session_cookie{"s%3Aa.b"})) &&
         writes_both(get{}, get_head, "Cookie: connect.sid=s%3Aa.b\nUser-Agent: medusa-cpp\n\n",
                     signed_with(medusa::session_cookie{"connect.sid=s%3Aa.b"})) &&
         writes_both(post{.text = "t"}, post_head,
                     "x-medusa-access-token: t\nUser-Agent: medusa-cpp\n\n{\"text\":\"t\"}",
                     signed_with(medusa::api_token{"t"})) &&
         writes_both(login{.text = "t"}, post_head, "User-Agent: medusa-cpp\n\n{\"text\":\"t\"}",
                     signed_with(medusa::api_token{"t"}));
}
TEST_CASE("build_request: credentials") { CHECK(test_credentials()); }
static_assert(test_credentials());

constexpr std::array<header, 2> with_bearer{header{"authorization", "Bearer mine"},
                                            header{"X-A", "1"}};
constexpr std::array<header, 1> with_cookie{header{"COOKIE", "a=b"}};

/// Of three places the nearest to the call signs the request, alone.
constexpr bool test_whose_credentials() {
  auto const token = signed_with(medusa::api_token{"t"});
  auto const client = signed_with(medusa::api_token{"t"}, with_bearer);
  call_options const call{.headers = with_cookie};
  return writes_both(get{}, get_head,
                     "User-Agent: medusa-cpp\nauthorization: Bearer mine\nX-A: 1\n\n", client) &&
         writes_both(get{}, get_head, "User-Agent: medusa-cpp\nCOOKIE: a=b\n\n", token, call) &&
         writes_both(get{}, get_head, "User-Agent: medusa-cpp\nX-A: 1\nCOOKIE: a=b\n\n", client,
                     call);
}
TEST_CASE("build_request: credentials of the call, the client's headers, the client") {
  CHECK(test_whose_credentials());
}
static_assert(test_whose_credentials());

constexpr bool test_credentials_stay_at_home() {
  call_options const call{.headers = with_cookie};
  return writes_both(login{}, post_head, "User-Agent: medusa-cpp\nX-A: 1\n\n{\"text\":\"\"}",
                     signed_with(medusa::api_token{"t"}, with_bearer)) &&
         writes_both(login{}, post_head,
                     "User-Agent: medusa-cpp\nX-A: 1\nCOOKIE: a=b\n\n{\"text\":\"\"}",
                     signed_with(medusa::api_token{"t"}, with_bearer), call);
}
TEST_CASE("build_request: where none are needed, only the call's own credentials are sent") {
  CHECK(test_credentials_stay_at_home());
}
static_assert(test_credentials_stay_at_home());

constexpr bool test_headers() {
  constexpr std::array<header, 3> clients{header{"user-agent", "app/1"}, header{"X-A", "1"},
                                          header{"X-B", "2"}};
  constexpr std::array<header, 3> calls{header{"x-a", "3"}, header{"ACCEPT", "*/*"},
                                        header{"X-A", "4"}};
  test_options options = signed_with({}, clients);
  options.publishable_api_key = "pk_1";
  call_options const call{.headers = calls};
  constexpr std::array<header, 2> key{header{"X-Publishable-Api-Key", "pk_2"},
                                      header{"Idempotency-Key", "mine"}};
  call_options const other{.headers = key, .idempotency_key = "k"};
  return writes_both(get{}, get_head,
                     "x-publishable-api-key: pk_1\nuser-agent: app/1\nX-A: 1\nX-B: 2\n\n",
                     options) &&
         writes_both(get{}, "GET http://h:9000/x\nACCEPT: */*\n",
                     "x-publishable-api-key: pk_1\nuser-agent: app/1\nX-A: 4\nX-B: 2\n\n", options,
                     call) &&
         writes_both(post{}, post_head,
                     "X-Publishable-Api-Key: pk_2\nIdempotency-Key: mine\nuser-agent: app/1\nX-A: "
                     "1\nX-B: 2\n\n{\"text\":\"\"}",
                     options, other);
}
TEST_CASE("build_request: the call's headers, then the client's, then ours") {
  CHECK(test_headers());
}
static_assert(test_headers());

constexpr bool test_idempotency_key() {
  call_options const call{.idempotency_key = "key"};
  return writes_both(post{}, post_head,
                     "Idempotency-Key: key\nUser-Agent: medusa-cpp\n\n{\"text\":\"\"}", anonymous,
                     call) &&
         writes_both(post{}, post_head,
                     "x-medusa-access-token: tok_1\nIdempotency-Key: key\nUser-Agent: "
                     "medusa-cpp\n\n{\"text\":\"\"}",
                     signed_in, call) &&
         writes_both(get{}, get_head, "User-Agent: medusa-cpp\n\n", anonymous, call) &&
         refuses(post{}, errc::control_character, "idempotency_key", 0, signed_in,
                 {.idempotency_key = "a\r\nX-B: c"}) &&
         refuses(get{}, errc::control_character, "idempotency_key", 0, signed_in,
                 {.idempotency_key = std::string_view("a\0", 2)});
}
TEST_CASE("build_request: the idempotency key goes with POST") { CHECK(test_idempotency_key()); }
static_assert(test_idempotency_key());

constexpr bool test_request_of_a_context() {
  auto context = make_context(signed_in);
  if (!context) return false;
  medusa::request_buffer<256> buffer;
  auto const made =
      build_request(post{}, buffer, *context, {.idempotency_key = "not this"}, "this");
  return made && made->header("idempotency-key") == "this";
}
TEST_CASE("build_request: from a context, the key is an argument") {
  CHECK(test_request_of_a_context());
}
static_assert(test_request_of_a_context());

constexpr bool test_times_and_cancellation() {
  bool stop = false;
  test_options options = anonymous;
  options.timeout = duration::seconds(5);
  options.limits.response_body = 77;
  medusa::request_buffer<256> buffer;
  auto const defaults = get{}.request(buffer, anonymous);
  auto const clients = get{}.request(buffer, options);
  auto const calls =
      get{}.request(buffer, options, {.timeout = duration::milliseconds(1), .cancel = &stop});
  if (!defaults || !clients || !calls || !calls->cancel.possible() || calls->cancel.requested())
    return false;
  stop = true;
  constexpr call_options none{.timeout = duration()};
  constexpr call_options negative{.timeout = duration::milliseconds(-5)};
  constexpr call_options late{.deadline = duration()};
  constexpr call_options past{.deadline = duration::milliseconds(-1)};
  return calls->cancel.requested() && calls->timeout == duration::milliseconds(1) &&
         clients->timeout == duration::seconds(5) && clients->max_body == 77 &&
         !clients->cancel.possible() && defaults->timeout == duration::seconds(30) &&
         defaults->max_body == 16 * 1024 * 1024 &&
         refuses(get{}, errc::out_of_range, "timeout", 0, signed_in, none) &&
         refuses(get{}, errc::out_of_range, "timeout", 0, signed_in, negative) &&
         refuses(get{}, errc::out_of_range, "deadline", 0, signed_in, late) &&
         refuses(get{}, errc::out_of_range, "deadline", 0, signed_in, past);
}
TEST_CASE("build_request: time limits, size limit, cancellation") {
  CHECK(test_times_and_cancellation());
}
static_assert(test_times_and_cancellation());

constexpr bool refuses_header(std::string_view name, std::string_view value, errc code) {
  std::array<header, 2> const headers{header{"X-Good", "a"}, header{name, value}};
  return refuses(get{}, code, "headers", 0, signed_in, {.headers = headers});
}

constexpr bool test_bad_headers() {
  return refuses_header("X-A", "b\r\nX-C: d", errc::control_character) &&
         refuses_header("X-A", "b\n", errc::control_character) &&
         refuses_header("X-A", std::string_view("b\0", 2), errc::control_character) &&
         refuses_header("X-A\n", "b", errc::control_character) &&
         refuses_header("", "b", errc::invalid_header) &&
         refuses_header("X A", "b", errc::invalid_header) &&
         refuses_header("X-A:", "b", errc::invalid_header) &&
         refuses_header("Host", "b", errc::invalid_header) &&
         refuses_header("content-length", "2", errc::invalid_header) &&
         refuses_header("Transfer-Encoding", "chunked", errc::invalid_header);
}
TEST_CASE("build_request: headers of a call that are refused") { CHECK(test_bad_headers()); }
static_assert(test_bad_headers());

constexpr bool test_bad_options() {
  return refuses(get{}, errc::missing_value, "base_url", 0, test_options{}) &&
         refuses(get{}, errc::publishable_key, "credentials", 0,
                 signed_with(medusa::api_token{"pk_1"})) &&
         refuses(get{.text = "\xFF"}, errc::invalid_utf8, "q") &&
         refuses(post{.text = "\xFF"}, errc::invalid_utf8, "text") &&
         // what the caller's options have wrong comes before what the operation has
         refuses(get{.text = "\xFF"}, errc::invalid_url, "base_url", 0,
                 test_options{.base_url = "h"});
}
TEST_CASE("build_request: bad options and fields") { CHECK(test_bad_options()); }
static_assert(test_bad_options());

/// Accept and User-Agent are ours; 22 others fit. Those that replace one take no place.
constexpr bool test_many_headers() {
  std::array<header, 24> headers{};
  constexpr std::string_view names = "abcdefghijklmnopqrstuvwxyz";
  for (std::size_t i = 0; i < headers.size(); ++i) headers[i].name = names.substr(i, 1);
  std::span<header const> const all = headers;
  medusa::request_buffer<256> buffer;
  auto const fits = get{}.request(buffer, anonymous, {.headers = all.first(22)});
  if (!fits || fits->headers.size() != 24 || fits->headers[23].name != "v") return false;
  headers[22] = {"accept", "a"};
  auto const replaces = get{}.request(buffer, anonymous, {.headers = all.first(23)});
  if (!replaces || replaces->headers.size() != 24 || replaces->headers[0].value != "a")
    return false;
  headers[22] = {"w", ""};
  auto const together =
      get{}.request(buffer, signed_with({}, all.first(12)), {.headers = all.last(12)});
  return !together &&
         together.error() == encode_error{.code = errc::too_many_headers, .field = "headers"} &&
         refuses(get{}, errc::too_many_headers, "headers", 0, anonymous,
                 {.headers = all.first(23)}) &&
         refuses(post{}, errc::too_many_headers, "headers", 0, anonymous,
                 {.headers = all.first(22)}) &&
         refuses(get{}, errc::too_many_headers, "headers", 0, signed_in,
                 {.headers = all.first(22)});
}
TEST_CASE("build_request: as many headers as there are places") { CHECK(test_many_headers()); }
static_assert(test_many_headers());

constexpr bool test_sizes() {
  std::array<header, 1> const headers{header{"X-A", "0123456789"}};
  constexpr std::string_view head =
      "http://h:9000/xAccept: application/json\r\nUser-Agent: \r\nX-A: 0123456789\r\n";
  constexpr std::size_t size = head.size() + medusa::user_agent.size();
  test_options fits = anonymous;
  fits.limits.request_head = size;
  test_options does_not = anonymous;
  does_not.limits.request_head = size - 1;
  medusa::request_buffer<64> buffer;
  return get{}.request(buffer, fits, {.headers = headers}).has_value() &&
         refuses(get{}, errc::too_long, "headers", size, does_not, {.headers = headers}) &&
         url_ends_with(get{.text = "a"}, "q") && body_ends_with(post{.text = "a"}, "text") &&
         fits_exactly(get{}, 5) && fits_exactly(post{.text = "a"}, 5) &&
         fits_exactly(remove{}, 5) && fits_exactly(login{.text = "a"}, 0);
}
TEST_CASE("build_request: limits and buffers, to the byte") { CHECK(test_sizes()); }
static_assert(test_sizes());

/// The scheme and the name of the cookie lie in the buffer, too.
constexpr bool test_room_for_credentials() {
  auto const needs = [](medusa::credentials const& c) {
    cut_buffer none(0);
    auto const made = get{}.request(none, signed_with(c));
    return made || made.error().code != errc::buffer_too_small ? 0 : made.error().needed;
  };
  constexpr std::size_t url = std::string_view("http://h:9000/x").size();
  return needs({}) == url && needs(medusa::api_token{"tok"}) == url + 3 &&
         needs(medusa::bearer{"tok"}) == url + 10 &&
         needs(medusa::session_cookie{"tok"}) == url + 15;
}
TEST_CASE("build_request: room for credentials") { CHECK(test_room_for_credentials()); }
static_assert(test_room_for_credentials());

/// A buffer that counts how often it grew, up to a size.
class counting_buffer {
 public:
  constexpr explicit counting_buffer(std::size_t most) noexcept : most_(most) {}
  constexpr char* data() noexcept { return whole_.data(); }
  constexpr std::size_t capacity() const noexcept { return size_; }
  constexpr bool grow(std::size_t size) noexcept {
    ++times;
    if (size > most_) return false;
    size_ = size;
    return true;
  }
  constexpr std::span<header> headers() noexcept { return whole_.headers(); }
  int times = 0;

 private:
  medusa::request_buffer<256> whole_{};
  std::size_t size_ = 0;
  std::size_t most_;
};

constexpr bool test_growing() {
  counting_buffer enough(256);
  counting_buffer small(10);
  if (!get{}.request(enough, signed_in) || enough.times != 1 || enough.capacity() != 20)
    return false;
  if (!get{}.request(enough, signed_in) || enough.times != 1) return false;
  // What cannot be sent does not make it grow.
  counting_buffer untouched(256);
  if (get{.text = "\xFF"}.request(untouched, signed_in) || untouched.times != 0) return false;
  auto const refused = get{}.request(small, signed_in);
  return !refused &&
         refused.error() ==
             encode_error{.code = errc::buffer_too_small, .field = "request", .needed = 20} &&
         small.times == 1;
}
TEST_CASE("build_request: a buffer grows once, to what is needed") { CHECK(test_growing()); }
static_assert(test_growing());

TEST_CASE("build_request: a buffer on the heap") {
  medusa::growing_request_buffer<std::string> buffer;
  std::string const text(50'000, 'a');
  auto const large = post{.text = text}.request(buffer, signed_in);
  REQUIRE(large);
  CHECK(large->body.size() == text.size() + 11);
  CHECK(large->header("x-medusa-access-token") == "tok_1");
  auto const small = post{.text = "b"}.request(buffer, signed_in);
  REQUIRE(small);
  CHECK(small->body == R"({"text":"b"})");
  CHECK(small->target == "/x");
  CHECK(small->url.data() == buffer.data());
}

/// What a request views lies in its buffer, in this order: URL, body, credential.
constexpr bool test_what_lies_in_the_buffer() {
  medusa::request_buffer<256> buffer;
  auto const made = post{.text = "t"}.request(buffer, signed_in);
  return made && made->url.data() == buffer.data() &&
         made->body.data() == buffer.data() + made->url.size() &&
         made->headers[2].value.data() == made->body.data() + made->body.size() &&
         made->headers.data() == buffer.headers().data();
}
TEST_CASE("build_request: what lies in the buffer") { CHECK(test_what_lies_in_the_buffer()); }
static_assert(test_what_lies_in_the_buffer());

}  // namespace
