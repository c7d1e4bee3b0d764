// SPDX-License-Identifier: MIT
#include <medusa/ext/http1/host_field.hpp>

#include <doctest/doctest.h>

#include <support/hidden.hpp>

using medusa::ext::http1::host_field;
using medusa::ext::http1::is_https;

namespace {

constexpr bool test_host() {
  return host_field(support::hidden(std::string_view("http://shop.example"))) == "shop.example" &&
         host_field("http://shop.example/") == "shop.example" &&
         host_field("HTTPS://Shop.Example/a/b?c=d") == "Shop.Example" &&
         host_field("http://a?b") == "a" &&
         host_field(support::hidden(std::string_view("http://a#b"))) == "a" &&
         host_field("http://127.0.0.1:9000/x") == "127.0.0.1:9000" &&
         host_field("http://[::1]:9000/x") == "[::1]:9000" &&
         host_field("http://[fe80::80]/") == "[fe80::80]";
}

// RFC 9110 section 4.2.3
constexpr bool test_port_of_the_scheme_is_left_out() {
  return host_field("http://a:80/") == "a" && host_field("https://a:443/") == "a" &&
         host_field("http://a:443/") == "a:443" && host_field("https://a:80/") == "a:80" &&
         host_field("http://[::1]:80") == "[::1]" && host_field("http://a:8080/") == "a:8080";
}

constexpr bool test_no_host() {
  for (std::string_view const bad :
       {"", "http", "http:/", "http://", "http:///a", "https://", "ftp://a", "a/b", "//a",
        "http://user@a/", "http://user:pw@a/", "http://a b/", "http://a\r\nX: y/", "http://a:0/",
        "http://a:65536/", "http://a:/", "http://[::1/", "http://:80/"})
    if (!host_field(bad).empty()) return false;
  return true;
}

constexpr bool test_is_https() {
  return is_https("https://a") && is_https("HTTPS://a") && !is_https("http://a") &&
         !is_https("https:/") && !is_https("");
}

}  // namespace

static_assert(test_host());
static_assert(test_port_of_the_scheme_is_left_out());
static_assert(test_no_host());
static_assert(test_is_https());

TEST_CASE("the host of a URL") { CHECK(test_host()); }
TEST_CASE("the port that the scheme has anyway is left out") {
  CHECK(test_port_of_the_scheme_is_left_out());
}
TEST_CASE("no host, or one with user information") { CHECK(test_no_host()); }
TEST_CASE("https is told by the scheme") { CHECK(test_is_https()); }
