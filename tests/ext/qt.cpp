// SPDX-License-Identifier: MIT
#include <medusa/ext/qt.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include <medusa/client/transport.hpp>
#include <support/conformance.hpp>
#include <support/tls_server.hpp>

using medusa::ext::http1_errc;
using medusa::ext::qt_error;
using medusa::ext::qt_transport;

static_assert(medusa::check_transport<qt_transport>());
static_assert(medusa::detail::tells_if_sent<medusa::transport_error_t<qt_transport>>);

TEST_CASE("Qt does what is asked of a transport") {
  qt_transport http;
  support::check_conformance("qt", http);
}

TEST_CASE("Qt: errors say what happened") {
  support::conformance_server const server;
  qt_transport http;
  auto const error = [&](std::string_view path, medusa::request r) {
    std::string const url = server.url() + std::string(path);
    r.url = url;
    r.target = path;
    auto const sent = http.send(r);
    REQUIRE(!sent.has_value());
    return sent.error();
  };
  using medusa::duration;
  bool const set = true;
  auto const late = error("/silence", {.timeout = duration::milliseconds(100)});
  CHECK(late.http.code == http1_errc::timed_out);
  CHECK(late.http.may_have_been_sent);
  CHECK(error("/ok", {.cancel = &set}).http ==
        medusa::ext::http1_error{http1_errc::cancelled, false});
  CHECK(error("/bytes/10", {.max_body = 9}).http.code == http1_errc::body_too_large);
  CHECK(error("/close", {}).http.code == http1_errc::closed);
  medusa::header const bad[]{{"X", "a\r\nHost: b"}};
  CHECK(error("/ok", {.headers = bad}).http ==
        medusa::ext::http1_error{http1_errc::invalid_request, false});
}

TEST_CASE("Qt: a certificate must be trusted, and be for this server") {
  support::tls_server const server;
  REQUIRE_MESSAGE(server.running(), "this needs the command openssl");
  std::string const url = server.url("127.0.0.1");
  std::string const other_name = server.url("localhost");
  auto const limit = medusa::duration::seconds(10);
  auto const refused = [&](qt_transport&& http, std::string const& at) {
    auto const sent = http.send({.url = at, .target = "/", .timeout = limit});
    return !sent && sent.error() == qt_error{{http1_errc::not_connected, false},
                                             QAbstractSocket::SslHandshakeFailedError};
  };
  auto careless = QSslConfiguration::defaultConfiguration();
  careless.setPeerVerifyMode(QSslSocket::VerifyNone);
  CHECK(refused(qt_transport(), url));
  CHECK(refused(qt_transport({.ssl = careless}), url));
  auto ssl = QSslConfiguration::defaultConfiguration();
  REQUIRE(ssl.addCaCertificates(QString::fromStdString(server.certificate())));
  CHECK(refused(qt_transport({.ssl = ssl}), other_name));
  qt_transport trusting({.ssl = ssl});
  auto const response = trusting.send({.url = url, .target = "/", .timeout = limit});
  REQUIRE(response.has_value());
  CHECK(response->status() == 200);
}
