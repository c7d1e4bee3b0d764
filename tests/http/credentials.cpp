// SPDX-License-Identifier: MIT
#include <medusa/http/credentials.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string_view>

#include <support/hidden.hpp>

using medusa::api_token;
using medusa::bearer;
using medusa::credential_kind;
using medusa::credentials;
using medusa::credentials_error;
using medusa::errc;
using medusa::session_cookie;

namespace {

constexpr bool holds(credentials const& c, credential_kind kind, std::string_view value) {
  return c.kind() == kind && c.value().reveal() == value;
}

constexpr bool test_kinds() {
  return holds({}, credential_kind::none, "") &&
         holds(api_token{"tok_admin"}, credential_kind::api_token, "tok_admin") &&
         holds(bearer{"eyJ.e30.x"}, credential_kind::bearer, "eyJ.e30.x") &&
         holds(session_cookie{"s%3Aa.b"}, credential_kind::session_cookie, "s%3Aa.b") &&
         holds({credential_kind::bearer, "x"}, credential_kind::bearer, "x");
}
TEST_CASE("credentials are of one kind") { CHECK(test_kinds()); }
static_assert(test_kinds());

constexpr bool test_cookie_name() {
  return holds(session_cookie{"connect.sid=s%3Aa.b"}, credential_kind::session_cookie, "s%3Aa.b") &&
         holds({credential_kind::session_cookie, "connect.sid=x"}, credential_kind::session_cookie,
               "x") &&
         holds(session_cookie{"connect.sid="}, credential_kind::session_cookie, "") &&
         holds(session_cookie{"connect.sid"}, credential_kind::session_cookie, "connect.sid") &&
         holds(session_cookie{"connect.sid=connect.sid=x"}, credential_kind::session_cookie,
               "connect.sid=x") &&
         holds(api_token{"connect.sid=x"}, credential_kind::api_token, "connect.sid=x") &&
         holds(bearer{"connect.sid=x"}, credential_kind::bearer, "connect.sid=x");
}
TEST_CASE("the name before a session cookie is dropped, once") { CHECK(test_cookie_name()); }
static_assert(test_cookie_name());

// RFC 6265 section 4.1.1: %x21 / %x23-2B / %x2D-3A / %x3C-5B / %x5D-7E
constexpr bool is_cookie_octet(int i) {
  return i == 0x21 || (i >= 0x23 && i <= 0x2B) || (i >= 0x2D && i <= 0x3A) ||
         (i >= 0x3C && i <= 0x5B) || (i >= 0x5D && i <= 0x7E);
}

constexpr bool test_cookie_octets() {
  for (int i = 0; i < 256; ++i) {
    char const text[] = {'a', static_cast<char>(i), 'b'};
    if (medusa::is_cookie_value({text, 3}) != is_cookie_octet(i)) return false;
    if (medusa::is_cookie_value({text + 1, 1}) != is_cookie_octet(i)) return false;
  }
  return !medusa::is_cookie_value("");
}
TEST_CASE("a cookie value is made of the characters that RFC 6265 lists") {
  CHECK(test_cookie_octets());
}
static_assert(test_cookie_octets());

constexpr bool test_good() {
  return !credentials_error({}) && !credentials_error(api_token{"tok_admin"}) &&
         !credentials_error(api_token{"any string, even \"this\""}) &&
         !credentials_error(api_token{"Zo\xC3\xAB"}) && !credentials_error(bearer{"eyJ.e30.x-_"}) &&
         !credentials_error(session_cookie{"connect.sid=s%3Aa.b%2Bc"}) &&
         !credentials_error(session_cookie{"pk_"}) && !credentials_error(api_token{"PK_x"}) &&
         !credentials_error(api_token{"tok_pk_x"});
}
TEST_CASE("credentials that can be sent") { CHECK(test_good()); }
static_assert(test_good());

constexpr bool test_missing() {
  return credentials_error(api_token{}) == errc::missing_value &&
         credentials_error(bearer{""}) == errc::missing_value &&
         credentials_error(session_cookie{}) == errc::missing_value &&
         credentials_error(session_cookie{"connect.sid="}) == errc::missing_value;
}
TEST_CASE("an empty credential is a missing one") { CHECK(test_missing()); }
static_assert(test_missing());

constexpr bool test_control_characters() {
  for (char const c : {'\0', '\t', '\n', '\r', '\x1F', '\x7F'}) {
    char const text[] = {'a', c, 'b'};
    std::string_view const value(text, 3);
    if (credentials_error(api_token{value}) != errc::control_character ||
        credentials_error(bearer{value}) != errc::control_character ||
        credentials_error(session_cookie{value}) != errc::control_character)
      return false;
  }
  return credentials_error(api_token{"pk_\r\nHost: evil"}) == errc::control_character;
}
TEST_CASE("a control character in a credential is refused") { CHECK(test_control_characters()); }
static_assert(test_control_characters());

constexpr bool test_publishable() {
  return credentials_error(api_token{"pk_01H"}) == errc::publishable_key &&
         credentials_error(bearer{"pk_"}) == errc::publishable_key;
}
TEST_CASE("a publishable key is no credential") { CHECK(test_publishable()); }
static_assert(test_publishable());

constexpr bool test_invalid() {
  return credentials_error(api_token{support::hidden(" tok")}) == errc::invalid_value &&
         credentials_error(api_token{support::hidden("tok ")}) == errc::invalid_value &&
         credentials_error(api_token{" "}) == errc::invalid_value &&
         credentials_error(bearer{"eyJ "}) == errc::invalid_value &&
         credentials_error(bearer{"Bearer eyJ"}) == errc::invalid_value &&
         credentials_error(session_cookie{"a; Path=/"}) == errc::invalid_value &&
         credentials_error(session_cookie{"a b"}) == errc::invalid_value &&
         credentials_error(session_cookie{"\"a\""}) == errc::invalid_value &&
         credentials_error(session_cookie{" connect.sid=a"}) == errc::invalid_value &&
         credentials_error(session_cookie{"\xC3\xA9"}) == errc::invalid_value;
}
TEST_CASE("what would arrive as another credential is refused") { CHECK(test_invalid()); }
static_assert(test_invalid());

}  // namespace
