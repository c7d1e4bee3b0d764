// SPDX-License-Identifier: MIT
#include <medusa/ext/qt/stream.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include <support/loopback_server.hpp>

using medusa::duration;
using medusa::ext::stream_state;
using medusa::ext::detail::patience;
using medusa::ext::detail::qt_stream;
using medusa::ext::detail::url_parts;

static_assert(medusa::ext::check_byte_stream<qt_stream>());

TEST_CASE("Qt: a stream connects, moves bytes and notices the end") {
  support::reply closing = support::answer(200, "text");
  closing.then = support::reply::ending::close;
  support::loopback_server const server({closing});
  std::string const url = server.url("/");
  patience const p({.timeout = duration::seconds(10)});
  qt_stream s(QSslConfiguration::defaultConfiguration());
  char bytes[256];
  s.aim(url_parts(url), p);
  CHECK(s.read(bytes, duration()).state == stream_state::ended);
  CHECK(s.write("x", duration()).count == 0);
  REQUIRE(s.reopen(duration::seconds(10)));
  CHECK(s.read(bytes, duration()).state == stream_state::open);
  std::string_view const request = "GET / HTTP/1.1\r\n\r\n";
  CHECK(s.write(request, duration::milliseconds(50)).count == request.size());
  std::string got;
  for (bool open = true; open && !p.over();) {
    auto const r = s.read(bytes, duration::milliseconds(50));
    got.append(bytes, r.count);
    open = r.state == stream_state::open;
  }
  CHECK(got == closing.bytes);
}

TEST_CASE("Qt: connecting is given up") {
  std::string url;
  {
    support::loopback_server const gone;
    url = gone.url("/");
  }
  qt_stream s(QSslConfiguration::defaultConfiguration());
  patience const p({.timeout = duration::seconds(10)});
  s.aim(url_parts(url), p);
  CHECK(!s.reopen(duration::seconds(10)));
  CHECK(s.error() == QAbstractSocket::ConnectionRefusedError);
  bool const cancel = true;
  patience const none({.timeout = duration::seconds(10), .cancel = &cancel});
  support::loopback_server const silent;
  std::string const tls = silent.url("/", "https");
  s.aim(url_parts(tls), none);
  CHECK(!s.reopen(duration::seconds(10)));
}
