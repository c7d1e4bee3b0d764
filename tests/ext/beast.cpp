// SPDX-License-Identifier: MIT
#include <medusa/ext/beast.hpp>

#include <doctest/doctest.h>

#include <string>

#include <medusa/client/transport.hpp>
#include <support/conformance.hpp>
#include <support/tls_server.hpp>

using medusa::ext::beast_error;
using medusa::ext::beast_transport;
using medusa::ext::library_errc;

static_assert(medusa::check_transport<beast_transport>());
static_assert(medusa::detail::tells_if_sent<medusa::transport_error_t<beast_transport>>);

TEST_CASE("Beast does what is asked of a transport") {
  beast_transport http;
  support::check_conformance("beast", http);
}

TEST_CASE("Beast: errors say what happened") {
  support::conformance_server const server;
  beast_transport http;
  auto const error = [&](std::string_view path, medusa::request r) {
    std::string const url = server.url() + std::string(path);
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
  CHECK(error("/ok", {.cancel = &set}).code == library_errc::cancelled);
  CHECK(error("/bytes/10", {.max_body = 9}).code == library_errc::body_too_large);
  CHECK(error("/chunks/10", {.max_body = 9}).code == library_errc::body_too_large);
  auto const closed = error("/close", {});
  CHECK(closed.code == library_errc::failed);
  CHECK(closed.number == boost::beast::http::error::end_of_stream);
  CHECK(closed.may_have_been_sent);
  medusa::header const bad[]{{"X", "a\r\nHost: b"}};
  CHECK(error("/ok", {.headers = bad}) == beast_error{library_errc::invalid_request, {}, false});
}

TEST_CASE("Beast: a certificate must be trusted, and be for this server") {
  support::tls_server const server;
  REQUIRE_MESSAGE(server.running(), "this needs the command openssl");
  std::string const url = server.url("127.0.0.1");
  std::string const other_name = server.url("localhost");
  auto const limit = medusa::duration::seconds(10);
  auto const refused = [&](beast_transport&& http, std::string const& at) {
    auto const sent = http.send({.url = at, .timeout = limit});
    return !sent && sent.error().code == library_errc::failed && !sent.error().may_have_been_sent;
  };
  CHECK(refused(beast_transport(), url));
  CHECK(refused(beast_transport({.ca_file = server.certificate()}), other_name));
  CHECK(refused(beast_transport({.ca_file = "/nowhere.pem"}), url));
  beast_transport trusting({.ca_file = server.certificate()});
  auto const response = trusting.send({.url = url, .timeout = limit});
  REQUIRE(response.has_value());
  CHECK(response->status() == 200);
}
