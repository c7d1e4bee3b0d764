// SPDX-License-Identifier: MIT
#include <medusa/http/base_url.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string_view>

#include <support/hidden.hpp>

using medusa::base_url;
using medusa::errc;
using medusa::parse_base_url;

namespace {

constexpr bool parses(std::string_view text, std::string_view kept, std::string_view path) {
  base_url url;
  return !parse_base_url(support::hidden(text), url) && url.text == kept &&
         url.text.substr(url.path_at) == path && url.text.data() == text.data();
}
constexpr bool parses(std::string_view text) { return parses(text, text, ""); }

constexpr bool refuses(std::string_view text, errc code) {
  base_url url{.text = "untouched", .path_at = 2};
  return parse_base_url(support::hidden(text), url) == code && url.text == "untouched" &&
         url.path_at == 2;
}
constexpr bool refuses(std::string_view text) { return refuses(text, errc::invalid_url); }

constexpr bool test_hosts() {
  return parses("http://localhost") && parses("https://shop.example") &&
         parses("http://localhost:9000") && parses("HTTPS://Shop.Example:443") &&
         parses("http://127.0.0.1:9010") && parses("http://a_b-c") && parses("http://[::1]") &&
         parses("http://[::1]:9000") && parses("http://[2001:DB8::a.b.c.d]") &&
         parses("http://[::ffff:192.0.2.1]:80") && parses("http://xn--bcher-kva.example");
}
TEST_CASE("names, IPv4 and bracketed IPv6 addresses are hosts") { CHECK(test_hosts()); }
static_assert(test_hosts());

constexpr bool test_paths() {
  return parses("http://h/store", "http://h/store", "/store") &&
         parses("http://h:1/a/b.c/~d", "http://h:1/a/b.c/~d", "/a/b.c/~d") &&
         parses("http://[::1]:9000/a:b", "http://[::1]:9000/a:b", "/a:b") &&
         parses("http://h/!$&'()*+,;=:@-._~", "http://h/!$&'()*+,;=:@-._~", "/!$&'()*+,;=:@-._~") &&
         parses("http://h/a%20b%2Fc%fF", "http://h/a%20b%2Fc%fF", "/a%20b%2Fc%fF") &&
         parses("http://h/...", "http://h/...", "/...") &&
         parses("http://h/.a/a..", "http://h/.a/a..", "/.a/a..") &&
         parses("http://h/%2ea/%2e%2e%2e", "http://h/%2ea/%2e%2e%2e", "/%2ea/%2e%2e%2e") &&
         parses("http://h/a%2e", "http://h/a%2e", "/a%2e") &&
         parses("http://h/%aA%fF%09", "http://h/%aA%fF%09", "/%aA%fF%09");
}
TEST_CASE("a base URL may have a path") { CHECK(test_paths()); }
static_assert(test_paths());

constexpr bool test_slashes_at_the_end() {
  return parses("http://localhost:9000/", "http://localhost:9000", "") &&
         parses("http://h///", "http://h", "") && parses("http://h/a//", "http://h/a", "/a");
}
TEST_CASE("slashes at the end are dropped") { CHECK(test_slashes_at_the_end()); }
static_assert(test_slashes_at_the_end());

constexpr bool test_empty() { return refuses("", errc::missing_value); }
TEST_CASE("an empty URL is a missing one") { CHECK(test_empty()); }
static_assert(test_empty());

constexpr bool test_control_characters() {
  return refuses("http://h\r\n", errc::control_character) &&
         refuses("http://h/\t", errc::control_character) &&
         refuses(std::string_view("http://h/\0", 10), errc::control_character) &&
         refuses("\x7F", errc::control_character) && refuses("\nhttp://h", errc::control_character);
}
TEST_CASE("a control character in a URL is refused as such") { CHECK(test_control_characters()); }
static_assert(test_control_characters());

constexpr bool test_bad_schemes() {
  return refuses("localhost:9000") && refuses("//h") && refuses("://h") && refuses("ftp://h") &&
         refuses("httpx://h") && refuses("http:/h") && refuses("http:h") && refuses(" http://h") &&
         refuses("/store") && refuses("http") && refuses("javascript:http://h");
}
TEST_CASE("nothing but http and https") { CHECK(test_bad_schemes()); }
static_assert(test_bad_schemes());

constexpr bool test_bad_hosts() {
  return refuses("http://") && refuses("http:///") && refuses("http:///store") &&
         refuses("http://:9000") && refuses("http://a b") && refuses("http://h ") &&
         refuses(
             "http://b\xC3\xBC"
             "cher.example") &&
         refuses("http://h?x=1") && refuses("http://h#x") && refuses("http://h\\x") &&
         refuses("http://%68") && refuses("http://[") && refuses("http://[]") &&
         refuses("http://[::1") && refuses("http://::1") && refuses("http://[::g]") &&
         refuses("http://[::1]x") && refuses("http://[fe80::1%25eth0]") && refuses("http://h]") &&
         refuses("http://h[::1]");
}
TEST_CASE("a host of another form is refused") { CHECK(test_bad_hosts()); }
static_assert(test_bad_hosts());

constexpr bool test_user_information() {
  return refuses("http://user@h") && refuses("http://user:password@h") &&
         refuses("http://user:80@h") && refuses("https://:@h") &&
         refuses("http://h:80@evil.example");
}
TEST_CASE("user information in a URL is refused") { CHECK(test_user_information()); }
static_assert(test_user_information());

constexpr bool test_ports() {
  return parses("http://h:1") && parses("http://h:65535") && parses("http://h:00080") &&
         parses("http://h:6553") && refuses("http://h:") && refuses("http://h:/store") &&
         refuses("http://h:0") && refuses("http://h:000") && refuses("http://h:65536") &&
         refuses("http://h:65540") && refuses("http://h:99999") && refuses("http://h:4294967376") &&
         refuses("http://h:18446744073709551696") && refuses("http://h:8O") &&
         refuses("http://h:-1") && refuses("http://h:+1") && refuses("http://h:80:80") &&
         refuses("http://[::1]:");
}
TEST_CASE("a port is 1 to 65535") { CHECK(test_ports()); }
static_assert(test_ports());

constexpr bool test_bad_paths() {
  return refuses("http://h/a b") && refuses("http://h/a?b") && refuses("http://h/a#b") &&
         refuses("http://h/a\\b") && refuses("http://h/\xC3\xA9") && refuses("http://h/{a}") &&
         refuses("http://h/[a]") && refuses("http://h/\"") && refuses("http://h/<a>") &&
         refuses("http://h/a|b") && refuses("http://h/a^b") && refuses("http://h/`");
}
TEST_CASE("a path has no characters that would have to be encoded") { CHECK(test_bad_paths()); }
static_assert(test_bad_paths());

constexpr bool test_broken_percent() {
  return refuses("http://h/%") && refuses("http://h/%4") && refuses("http://h/%zz") &&
         refuses("http://h/%4g") && refuses("http://h/a%/b") && refuses("http://h/%%41");
}
TEST_CASE("a percent sign begins two hexadecimal digits") { CHECK(test_broken_percent()); }
static_assert(test_broken_percent());

constexpr bool test_dot_segments() {
  return refuses("///") && refuses("http://h/.") && refuses("http://h/..") &&
         refuses("http://h/./") && refuses("http://h/../") && refuses("http://h/a/./b") &&
         refuses("http://h/a/../b") && refuses("http://h/a/..") && refuses("http://h/%2e") &&
         refuses("http://h/%2E%2e/a") && refuses("http://h/a/.%2e") &&
         refuses("http://h/a/%2E./b") && refuses("http://h//..");
}
TEST_CASE("dot segments are refused, however written") { CHECK(test_dot_segments()); }
static_assert(test_dot_segments());

}  // namespace
