// SPDX-License-Identifier: MIT
#include <medusa/ext/beast/io.hpp>

#include <doctest/doctest.h>

#include <boost/asio/steady_timer.hpp>

#include <string>

#include <support/loopback_socket.hpp>

using medusa::duration;
using medusa::ext::library_errc;
using medusa::ext::detail::beast_io;
using medusa::ext::detail::patience;

TEST_CASE("Beast: a name becomes addresses, and an operation that waits is ended") {
  support::loopback_socket const silent;
  beast_io io;
  patience const p({.timeout = duration::milliseconds(200)});
  beast_io::tcp::resolver::results_type addresses;
  CHECK(!io.resolve(p, "127.0.0.1", std::to_string(silent.port()), addresses));
  CHECK(addresses.size() == 1);
  auto socket = io.socket();
  CHECK(!io.wait(p, socket, [&](auto handler) {
    boost::asio::async_connect(socket, addresses, std::move(handler));
  }));
  char byte = 0;
  auto const read = io.wait(p, socket, [&](auto handler) {
    socket.async_receive(boost::asio::buffer(&byte, 1), std::move(handler));
  });
  CHECK(read.given_up == library_errc::timed_out);
  CHECK(read.number == boost::asio::error::operation_aborted);
  CHECK(!socket.is_open());
}

TEST_CASE("Beast: a look-up that is cancelled") {
  beast_io io;
  bool const cancel = true;
  patience const p({.timeout = duration::seconds(10), .cancel = &cancel});
  beast_io::tcp::resolver::results_type addresses;
  auto const t = io.resolve(p, "medusa.invalid", "80", addresses);
  CHECK(t);
  CHECK(addresses.empty());
}
