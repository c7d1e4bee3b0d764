// SPDX-License-Identifier: MIT
#include <medusa/operation/request_context.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

using medusa::duration;
using medusa::encode_error;
using medusa::errc;
using medusa::header;
using medusa::make_context;

namespace {

using options = medusa::basic_options<medusa::no_clock>;

constexpr options good() {
  return {.base_url = "https://shop.example/api/", .credentials = medusa::api_token{"tok"}};
}

constexpr bool refuses(options const& o, errc code, std::string_view field,
                       std::size_t needed = 0) {
  auto const context = make_context(o);
  return !context &&
         context.error() == encode_error{.code = code, .field = field, .needed = needed};
}

constexpr bool test_good_options() {
  constexpr std::array<header, 1> headers{header{"X-A", "b"}};
  options o = good();
  o.publishable_api_key = "pk_1";
  o.headers = headers;
  o.timeout = duration::seconds(5);
  o.deadline = duration::seconds(60);
  o.limits = {.request_head = 300, .request_body = 200, .response_body = 100};
  auto const context = make_context(o);
  return context && context->base.text == "https://shop.example/api" &&
         context->base.path_at == 20 &&
         context->credentials.kind() == medusa::credential_kind::api_token &&
         context->credentials.value().reveal() == "tok" && context->publishable_api_key == "pk_1" &&
         context->headers.size() == 1 && context->timeout == duration::seconds(5) &&
         context->deadline == duration::seconds(60) && context->limits.request_head == 300 &&
         context->limits.request_body == 200 && context->limits.response_body == 100 &&
         !context->max_items;
}
TEST_CASE("request_context: good options") { CHECK(test_good_options()); }
static_assert(test_good_options());

constexpr bool test_credentials_among_the_headers() {
  constexpr std::array<header, 2> all{header{"X-A", "b"}, header{"COOKIE", "c"}};
  options o = good();
  o.headers = std::span(all).first(1);
  auto const without = make_context(o);
  o.headers = all;
  auto const with = make_context(o);
  return without && !without->signed_by_headers && with && with->signed_by_headers;
}
TEST_CASE("request_context: credentials among the headers") {
  CHECK(test_credentials_among_the_headers());
}
static_assert(test_credentials_among_the_headers());

constexpr bool test_defaults() {
  auto const context = make_context(options{.base_url = "http://h"});
  return context && context->credentials.kind() == medusa::credential_kind::none &&
         context->timeout == duration::seconds(30) && context->deadline == duration::max() &&
         context->publishable_api_key.empty() && context->headers.empty();
}
TEST_CASE("request_context: only the URL is required") { CHECK(test_defaults()); }
static_assert(test_defaults());

constexpr bool refuses_url(std::string_view url, errc code) {
  return refuses({.base_url = url}, code, "base_url");
}

constexpr bool test_bad_urls() {
  return refuses_url("", errc::missing_value) && refuses_url("shop.example", errc::invalid_url) &&
         refuses_url("ftp://shop.example", errc::invalid_url) &&
         refuses_url("https://", errc::invalid_url) &&
         refuses_url("https://a b", errc::invalid_url) &&
         refuses_url("https://h/a?b", errc::invalid_url) &&
         refuses_url("https://h/#a", errc::invalid_url) &&
         refuses_url("https://u:p@h", errc::invalid_url) &&
         refuses_url("https://h:0", errc::invalid_url) &&
         refuses_url("https://h:65536", errc::invalid_url) &&
         refuses_url("https://h/../b", errc::invalid_url) &&
         refuses_url("https://h\r\n", errc::control_character) &&
         refuses_url(std::string_view("https://h\0", 10), errc::control_character) &&
         refuses_url("https://\xFF", errc::invalid_url);
}
TEST_CASE("request_context: URLs that are refused") { CHECK(test_bad_urls()); }
static_assert(test_bad_urls());

constexpr bool test_long_url() {
  options o{.base_url = "https://shop.example/", .limits = {.request_head = 20}};
  if (!make_context(o)) return false;  // the slash at the end does not count
  o.limits.request_head = 19;
  return refuses(o, errc::too_long, "base_url", 20);
}
TEST_CASE("request_context: a URL that is too long") { CHECK(test_long_url()); }
static_assert(test_long_url());

constexpr bool refuses_credentials(medusa::credentials const& c, errc code) {
  options o = good();
  o.credentials = c;
  return refuses(o, code, "credentials");
}

constexpr bool test_bad_credentials() {
  using medusa::api_token;
  using medusa::bearer;
  using medusa::session_cookie;
  char const* const null = nullptr;
  return refuses_credentials(api_token{""}, errc::missing_value) &&
         refuses_credentials(api_token{null}, errc::missing_value) &&
         refuses_credentials(bearer{""}, errc::missing_value) &&
         refuses_credentials(session_cookie{""}, errc::missing_value) &&
         refuses_credentials(session_cookie{"connect.sid="}, errc::missing_value) &&
         refuses_credentials(api_token{"a\nb"}, errc::control_character) &&
         refuses_credentials(bearer{"a\r\nX-B: c"}, errc::control_character) &&
         refuses_credentials(session_cookie{std::string_view("a\0b", 3)},
                             errc::control_character) &&
         refuses_credentials(api_token{"pk_123"}, errc::publishable_key) &&
         refuses_credentials(bearer{"pk_123"}, errc::publishable_key) &&
         refuses_credentials(api_token{" a"}, errc::invalid_value) &&
         refuses_credentials(api_token{"a "}, errc::invalid_value) &&
         refuses_credentials(bearer{"a b"}, errc::invalid_value) &&
         refuses_credentials(session_cookie{"a; b=c"}, errc::invalid_value);
}
TEST_CASE("request_context: credentials that are refused") { CHECK(test_bad_credentials()); }
static_assert(test_bad_credentials());

constexpr bool refuses_header(std::string_view name, std::string_view value, errc code) {
  std::array<header, 2> const headers{header{"X-Good", "a"}, header{name, value}};
  options o = good();
  o.headers = headers;
  return refuses(o, code, "headers");
}

constexpr bool test_bad_headers() {
  options key = good();
  key.publishable_api_key = "pk_1\r\nX-A: b";
  return refuses_header("X-A", "b\r\nX-C: d", errc::control_character) &&
         refuses_header("X-A\r\n", "b", errc::control_character) &&
         refuses_header("X-A", std::string_view("\0", 1), errc::control_character) &&
         refuses_header("", "b", errc::invalid_header) &&
         refuses_header("X A", "b", errc::invalid_header) &&
         refuses_header("X:", "b", errc::invalid_header) &&
         refuses_header("host", "b", errc::invalid_header) &&
         refuses_header("Content-Length", "0", errc::invalid_header) &&
         refuses_header("transfer-encoding", "chunked", errc::invalid_header) &&
         refuses(key, errc::control_character, "publishable_api_key");
}
TEST_CASE("request_context: headers that are refused") { CHECK(test_bad_headers()); }
static_assert(test_bad_headers());

constexpr bool test_bad_times() {
  for (duration const each :
       {duration(), duration::milliseconds(-1), duration::milliseconds(-1000)}) {
    options timeout = good();
    timeout.timeout = each;
    options deadline = good();
    deadline.deadline = each;
    if (!refuses(timeout, errc::out_of_range, "timeout") ||
        !refuses(deadline, errc::out_of_range, "deadline"))
      return false;
  }
  options o = good();
  o.timeout = o.deadline = duration::milliseconds(1);
  return make_context(o).has_value();
}
TEST_CASE("request_context: times that are refused") { CHECK(test_bad_times()); }
static_assert(test_bad_times());

constexpr bool test_headers_error() {
  std::array<header, 3> const headers{header{"X-A", "caf\xE9 au lait"}, header{"Host", "h"},
                                      header{"X", "\n"}};
  auto const wrong_with = [](std::span<header const> some) {
    options o = good();
    o.headers = some;
    auto const context = make_context(o);
    return context ? encode_error{} : context.error();
  };
  return wrong_with(headers) == encode_error{.code = errc::invalid_header, .field = "headers"} &&
         wrong_with(std::span(headers).last(1)) ==
             encode_error{.code = errc::control_character, .field = "headers"} &&
         wrong_with(std::span(headers).first(1)) == encode_error{} &&
         wrong_with({}) == encode_error{};
}
TEST_CASE("request_context: the first bad header is told") { CHECK(test_headers_error()); }
static_assert(test_headers_error());

}  // namespace
