// SPDX-License-Identifier: MIT
#include <medusa/ext/winhttp.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include <medusa/client/transport.hpp>
#include <support/conformance.hpp>

using medusa::ext::library_errc;
using medusa::ext::winhttp_error;
using medusa::ext::winhttp_transport;
using medusa::testing::transport_rule;

static_assert(medusa::check_transport<winhttp_transport>());
static_assert(medusa::detail::tells_if_sent<medusa::transport_error_t<winhttp_transport>>);

TEST_CASE("WinHTTP does what is asked of a transport") {
  winhttp_transport http;
  support::check_conformance("winhttp", http,
                             {transport_rule::header_bytes, transport_rule::interim,
                              transport_rule::early_hints, transport_rule::cut_answer});
}

TEST_CASE("WinHTTP: errors say what happened") {
  char const* const server = std::getenv("MEDUSA_CONFORMANCE_URL");
  REQUIRE(server != nullptr);
  winhttp_transport http;
  auto const error = [&](std::string_view path, medusa::request r) {
    std::string const url = server + std::string(path);
    r.url = url;
    auto const sent = http.send(r);
    REQUIRE(!sent.has_value());
    return sent.error();
  };
  using medusa::duration;
  bool const set = true;
  auto const late = error("/silence", {.timeout = duration::milliseconds(100)});
  CHECK(late.code == library_errc::timed_out);
  CHECK(late.may_have_been_sent);
  CHECK(error("/ok", {.cancel = &set}) == winhttp_error{library_errc::cancelled, 0, false});
  CHECK(error("/bytes/10", {.max_body = 9}).code == library_errc::body_too_large);
  CHECK(error("/chunks/10", {.max_body = 9}).code == library_errc::body_too_large);
  CHECK(error("/cut/body", {}).code == library_errc::bad_answer);
  CHECK(error("/interim/103", {}).code == library_errc::bad_answer);
  CHECK(error("/nonsense", {}).number == ERROR_WINHTTP_INVALID_SERVER_RESPONSE);
  medusa::header const bad[]{{"X", "a\r\nHost: b"}};
  CHECK(error("/ok", {.headers = bad}) == winhttp_error{library_errc::invalid_request, 0, false});
}

TEST_CASE("WinHTTP: a certificate that nobody trusts is refused") {
  char const* const url = std::getenv("MEDUSA_TLS_URL");
  REQUIRE(url != nullptr);
  winhttp_transport http;
  auto const sent = http.send({.url = url, .timeout = medusa::duration::seconds(10)});
  REQUIRE(!sent.has_value());
  CHECK(sent.error().code == library_errc::failed);
  DWORD const number = sent.error().number;  // the second is Wine's word
  CHECK((number == ERROR_WINHTTP_SECURE_FAILURE || number == ERROR_WINHTTP_SECURE_CHANNEL_ERROR));
  CHECK(!sent.error().may_have_been_sent);
}
