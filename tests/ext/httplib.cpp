// SPDX-License-Identifier: MIT
#include <medusa/ext/httplib.hpp>

#include <doctest/doctest.h>

#include <csignal>
#include <string>

#include <medusa/client/transport.hpp>
#include <support/conformance.hpp>
#include <support/tls_server.hpp>

using medusa::ext::httplib_error;
using medusa::ext::httplib_transport;
using medusa::ext::library_errc;
using medusa::testing::transport_rule;

static_assert(medusa::check_transport<httplib_transport>());
static_assert(medusa::detail::tells_if_sent<medusa::transport_error_t<httplib_transport>>);

TEST_CASE("cpp-httplib does what is asked of a transport") {
  std::signal(SIGPIPE, SIG_IGN);
  httplib_transport http;
  support::check_conformance(
      "httplib", http,
      {transport_rule::answer_headers, transport_rule::trailers, transport_rule::early_hints});
}

TEST_CASE("cpp-httplib: errors say what happened") {
  support::conformance_server const server;
  httplib_transport http;
  auto const error = [&](std::string_view path, medusa::request r) {
    std::string const url = server.url() + std::string(path);
    r.url = url;
    auto const sent = http.send(r);
    REQUIRE(!sent.has_value());
    return sent.error();
  };
  using httplib::Error;
  using medusa::duration;
  bool const set = true;
  auto const late = error("/silence", {.timeout = duration::milliseconds(100)});
  CHECK(late.code == library_errc::timed_out);
  CHECK(late.may_have_been_sent);
  CHECK(error("/ok", {.timeout = duration()}) == httplib_error{library_errc::timed_out, {}, false});
  CHECK(error("/ok", {.cancel = &set}) == httplib_error{library_errc::cancelled, {}, false});
  CHECK(error("/bytes/10", {.max_body = 9}).code == library_errc::body_too_large);
  CHECK(error("/chunks/10", {.max_body = 9}).code == library_errc::body_too_large);
  CHECK(error("/interim/103", {}).code == library_errc::bad_answer);
  CHECK(error("/close", {}) == httplib_error{library_errc::failed, Error::Read, true});
  medusa::header const bad[]{{"X", "a\r\nHost: b"}};
  CHECK(error("/ok", {.headers = bad}) == httplib_error{library_errc::invalid_request, {}, false});
}

TEST_CASE("cpp-httplib: a certificate must be trusted, and be for this server") {
  std::signal(SIGPIPE, SIG_IGN);
  support::tls_server const server;
  REQUIRE_MESSAGE(server.running(), "this needs the command openssl");
  std::string const url = server.url("127.0.0.1");
  std::string const other_name = server.url("localhost");
  auto const limit = medusa::duration::seconds(10);
  httplib_transport usual;
  auto const refused = usual.send({.url = url, .timeout = limit});
  REQUIRE(!refused.has_value());
  CHECK(!refused.error().may_have_been_sent);
  httplib_transport trusting({.ca_file = server.certificate()});
  auto const response = trusting.send({.url = url, .timeout = limit});
  REQUIRE(response.has_value());
  CHECK(response->status() == 200);
  auto const other = trusting.send({.url = other_name, .timeout = limit});
  REQUIRE(!other.has_value());
  CHECK(other.error() ==
        httplib_error{library_errc::failed, httplib::Error::SSLServerVerification, false});
}
