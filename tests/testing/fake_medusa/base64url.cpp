// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_medusa/base64url.hpp>

#include <doctest/doctest.h>

using namespace medusa::testing::fake;

TEST_CASE("fake base64url: RFC 4648 section 10, without padding") {
  std::string_view const rows[][2]{
      {"", ""},           {"f", "Zg"},          {"fo", "Zm8"},          {"foo", "Zm9v"},
      {"foob", "Zm9vYg"}, {"fooba", "Zm9vYmE"}, {"foobar", "Zm9vYmFy"}, {"\xFB\xFF", "-_8"}};
  for (auto const& [bytes, text] : rows) {
    CHECK(to_base64url(bytes) == text);
    CHECK(from_base64url(text) == bytes);
  }
  CHECK(!from_base64url("Zg=="));
  CHECK(!from_base64url("Z"));
  CHECK(!from_base64url("+/8"));
}
