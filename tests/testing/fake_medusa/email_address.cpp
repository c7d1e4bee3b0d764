// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_medusa/email_address.hpp>

#include <doctest/doctest.h>

#include <string>

using medusa::testing::fake::is_email_address;

// Each of these was sent to a real server.
constexpr bool test_email_address() {
  for (std::string_view const good :
       {"a@example.com", "a+tag.1@example.com", "A.B@sub.example.co", "zo\xC3\xAB.1@example.com",
        "a@ex\xC3\xA4mple.com", "\"a b\"@example.com", "o'brien@example.com"})
    if (!is_email_address(good)) return false;
  for (std::string_view const bad : {"",
                                     "a",
                                     "@example.com",
                                     "a@",
                                     "a@b",
                                     "a@b@example.com",
                                     " a@example.com",
                                     "a@example.com\n",
                                     "Ada <a@example.com>",
                                     "a@127.0.0.1",
                                     ".a@example.com",
                                     "a..b@example.com",
                                     "a@-b.com",
                                     "a@b..com",
                                     "a@example.c",
                                     "a@example.123",
                                     "a b@example.com",
                                     "a@exa mple.com",
                                     "\"a\"b\"@example.com",
                                     "\xF0\x9F\x98\x80@example.com",
                                     "a@example.com.",
                                     "a@b-.com",
                                     "\"a@example.com",
                                     "\"a\\\"@example.com",
                                     "\xFF@example.com"})
    if (is_email_address(bad)) return false;
  return true;
}
TEST_CASE("fake email_address: what the server takes") { CHECK(test_email_address()); }
static_assert(test_email_address());

TEST_CASE("fake email_address: lengths") {
  std::string const host = "@example.com";
  CHECK(!is_email_address(std::string_view("\"\0\"@example.com", 15)));
  CHECK(is_email_address(std::string(64, 'a') + host));
  CHECK(!is_email_address(std::string(65, 'a') + host));
  CHECK(is_email_address("a@" + std::string(63, 'b') + ".com"));
  CHECK(!is_email_address("a@" + std::string(64, 'b') + ".com"));
  std::string long_domain = "a@";
  while (long_domain.size() < 260) long_domain += "bbbbbbbbb.";
  CHECK(!is_email_address(long_domain + "com"));
}
