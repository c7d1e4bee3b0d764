// SPDX-License-Identifier: MIT
#include <medusa/ext/winhttp/call.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include <medusa/ext/library/url_parts.hpp>

using medusa::duration;
using medusa::ext::library_errc;
using medusa::ext::detail::patience;
using medusa::ext::detail::url_parts;
using medusa::ext::detail::winhttp_call;

namespace {
struct close_handle {
  void operator()(void* h) const noexcept { WinHttpCloseHandle(h); }
};
}  // namespace

TEST_CASE("WinHTTP: a call goes on in steps, and is given up in any") {
  char const* const server = std::getenv("MEDUSA_CONFORMANCE_URL");
  REQUIRE(server != nullptr);
  std::string const url = server;
  url_parts const parts(url);
  std::unique_ptr<void, close_handle> const session(
      WinHttpOpen(nullptr, WINHTTP_ACCESS_TYPE_NO_PROXY, nullptr, nullptr, WINHTTP_FLAG_ASYNC));
  std::wstring const host(parts.host.begin(), parts.host.end());
  std::unique_ptr<void, close_handle> const connection(WinHttpConnect(session.get(), host.c_str(), parts.port, 0));
  auto const open = [&](wchar_t const* path) {
    HINTERNET const h = WinHttpOpenRequest(connection.get(), L"POST", path, nullptr, WINHTTP_NO_REFERER, nullptr, 0);
    return std::unique_ptr<winhttp_call, winhttp_call::close>(new winhttp_call(h, "body"));
  };
  patience const p({.timeout = duration::seconds(10)});
  auto const whole = open(L"/echo");
  CHECK(!whole->sent());
  CHECK(!whole->send(p, L"X-Mine: 1\r\n"));
  CHECK(whole->sent());
  CHECK(!whole->receive(p));
  std::string body;
  for (std::string_view piece; !whole->read(p, piece) && !piece.empty();) body += piece;
  CHECK(body.find("X-Mine: 1\r\n") != body.npos);
  CHECK(body.ends_with("\r\n\r\nbody"));

  bool cancel = false;
  patience const short_of({.timeout = duration::seconds(10), .cancel = &cancel});
  auto const silent = open(L"/silence");
  CHECK(!silent->send(short_of, {}));
  cancel = true;
  CHECK(silent->receive(short_of).given_up == library_errc::cancelled);
}
