// SPDX-License-Identifier: MIT
#include <medusa/http/header.hpp>

#include <doctest/doctest.h>

#include <string_view>

using medusa::errc;
using medusa::header_error;
using medusa::is_token;

namespace {

// RFC 9110 section 5.6.2, spelled out so that the test does not repeat the code.
constexpr std::string_view tchars =
    "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

constexpr bool test_token_characters() {
  for (int i = 0; i < 256; ++i) {
    char const c = static_cast<char>(i);
    bool const expected = tchars.find(c) != std::string_view::npos;
    char const alone[] = {c};
    char const inside[] = {'x', c, '-'};
    if (is_token({alone, 1}) != expected || is_token({inside, 3}) != expected) return false;
  }
  return tchars.size() == 77 && is_token(tchars);
}
TEST_CASE("a token is made of the characters that RFC 9110 lists") {
  CHECK(test_token_characters());
}
static_assert(test_token_characters());

constexpr bool test_empty_token() { return !is_token(""); }
TEST_CASE("an empty text is no token") { CHECK(test_empty_token()); }
static_assert(test_empty_token());

constexpr bool test_transport_headers() {
  for (std::string_view const name :
       {"Host", "host", "CONTENT-LENGTH", "transfer-encoding", "Connection", "keep-alive",
        "Proxy-Connection", "expect", "te", "Trailer", "UPGRADE"})
    if (!medusa::is_transport_header(name)) return false;
  for (std::string_view const name :
       {"", "Hos", "Hosts", "X-Host", "Content-Type", "Accept", "Content_Length", "User-Agent"})
    if (medusa::is_transport_header(name)) return false;
  return true;
}
TEST_CASE("headers of framing and connection belong to the transport") {
  CHECK(test_transport_headers());
}
static_assert(test_transport_headers());

constexpr bool test_credential_headers() {
  for (std::string_view const name : {"Authorization", "authorization", "Cookie", "COOKIE",
                                      "x-medusa-access-token", "X-Medusa-Access-Token"})
    if (!medusa::is_credential_header(name) || !medusa::is_secret_header(name)) return false;
  for (std::string_view const name : {"Set-Cookie", "set-cookie", "proxy-authorization"})
    if (medusa::is_credential_header(name) || !medusa::is_secret_header(name)) return false;
  for (std::string_view const name :
       {"", "x-publishable-api-key", "Accept", "Cookie2", "x-medusa-access-toke"})
    if (medusa::is_credential_header(name) || medusa::is_secret_header(name)) return false;
  return true;
}
TEST_CASE("credential headers are known whatever their case, and are secret") {
  CHECK(test_credential_headers());
}
static_assert(test_credential_headers());

constexpr bool test_good_headers() {
  return !header_error({"X-Config", "3"}) && !header_error({"x", ""}) &&
         !header_error({"Accept", " text/plain ; q=0.5 "}) &&
         !header_error({"X-Name", "Zo\xC3\xAB"}) && !header_error({"Authorization", "Bearer x"});
}
TEST_CASE("headers that may be sent") { CHECK(test_good_headers()); }
static_assert(test_good_headers());

constexpr bool test_control_characters() {
  for (int i = 0; i < 256; ++i) {
    char const c = static_cast<char>(i);
    bool const control = i < 0x20 || i == 0x7F;
    char const value[] = {'a', c, 'b'};
    auto const in_value = header_error({"X-Config", {value, 3}});
    if (control ? in_value != errc::control_character : in_value.has_value()) return false;
    if (control && header_error({{value, 3}, "3"}) != errc::control_character) return false;
  }
  return header_error({"X-Config", "a\r\nHost: evil"}) == errc::control_character &&
         header_error({"X-Config: a\r\nHost", "evil"}) == errc::control_character &&
         header_error({"X-Config\n", "a"}) == errc::control_character &&
         header_error({"X-Config", std::string_view("a\0", 2)}) == errc::control_character;
}
TEST_CASE("a control character is refused in name and value") { CHECK(test_control_characters()); }
static_assert(test_control_characters());

constexpr bool test_bad_names() {
  for (std::string_view const name : {"", " ", "X Config", "X-Config:", ":authority", "X-Config ",
                                      "Zo\xC3\xAB", "a/b", "(x)", "Host", "content-length"})
    if (header_error({name, "3"}) != errc::invalid_header) return false;
  return true;
}
TEST_CASE("a name that is no token, or the transport's, is refused") { CHECK(test_bad_names()); }
static_assert(test_bad_names());

}  // namespace
