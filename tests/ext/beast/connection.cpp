// SPDX-License-Identifier: MIT
#include <medusa/ext/beast/connection.hpp>

#include <doctest/doctest.h>

#include <string>

#include <support/loopback_socket.hpp>

using medusa::duration;
using medusa::ext::detail::beast_connection;
using medusa::ext::detail::beast_io;
using medusa::ext::detail::patience;
using medusa::ext::detail::url_parts;

TEST_CASE("Beast: a connection is usable for its server, when it was left in order") {
  support::loopback_socket const server;
  std::string const url = "http://127.0.0.1:" + std::to_string(server.port());
  beast_io io;
  boost::asio::ssl::context trust(boost::asio::ssl::context::tls_client);
  patience const p({.timeout = duration::seconds(10)});
  beast_connection c(io);
  CHECK(!c.is_usable(url));
  CHECK(!c.open(io, p, url_parts(url), trust));
  CHECK(c.tls() == nullptr);
  CHECK(!c.is_usable(url));
  c.keep();
  CHECK(c.is_usable(url));
  CHECK(!c.is_usable("http://other"));
  c.use();
  CHECK(!c.is_usable(url));
  c.keep();
  c.close();
  CHECK(!c.is_usable(url));
}
