// SPDX-License-Identifier: MIT
#include <medusa/ext/library/url_parts.hpp>

#include <doctest/doctest.h>

#include <string_view>

using medusa::ext::detail::url_parts;

namespace {
struct row {
  std::string_view url;
  bool https;
  std::string_view origin;
  std::string_view host;
  int port;
  std::string_view target;
};
constexpr row rows[]{
    {"http://h/a?b=c", false, "http://h", "h", 80, "/a?b=c"},
    {"https://shop.example", true, "https://shop.example", "shop.example", 443, ""},
    {"HTTPS://h:8443?x", true, "HTTPS://h:8443", "h", 8443, "?x"},
    {"http://127.0.0.1:65535/a#b", false, "http://127.0.0.1:65535", "127.0.0.1", 65535, "/a"},
    {"http://[::1]/x", false, "http://[::1]", "::1", 80, "/x"},
    {"https://[2001:db8::1]:9000/", true, "https://[2001:db8::1]:9000", "2001:db8::1", 9000, "/"},
    {"http://h:/", false, "http://h:", "h", 80, "/"},
};
}  // namespace

TEST_CASE("a URL is taken apart") {
  for (row const& each : rows) {
    url_parts const parts(each.url);
    CHECK(parts.https == each.https);
    CHECK(parts.origin == each.origin);
    CHECK(parts.host == each.host);
    CHECK(parts.port == each.port);
    CHECK(parts.target == each.target);
  }
}
