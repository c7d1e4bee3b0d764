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
  std::unique_ptr<void, close_handle> const connection(
      WinHttpConnect(session.get(), host.c_str(), parts.port, 0));
  auto const open = [&](wchar_t const* path) {
    HINTERNET const h = WinHttpOpenRequest(connection.get(), L"POST", path, nullptr,
                                           WINHTTP_NO_REFERER, nullptr, 0);
    DWORD feature = WINHTTP_DISABLE_KEEP_ALIVE;
    WinHttpSetOption(h, WINHTTP_OPTION_DISABLE_FEATURE, &feature, sizeof feature);
    return std::unique_ptr<winhttp_call, winhttp_call::close>(new winhttp_call(h, "body"));
  };
  patience const p({.timeout = duration::seconds(10)});
  auto whole = open(L"/echo");
  CHECK(!whole->sent());
  CHECK(!whole->send(p, L"X-Mine: 1\r\n"));
  CHECK(whole->sent());
  CHECK(!whole->receive(p));
  std::string body;
  for (std::string_view piece; !whole->read(p, piece) && !piece.empty();) body += piece;
  CHECK(body.find("X-Mine: 1\r\n") != body.npos);
  CHECK(body.ends_with("\r\n\r\nbody"));
  whole.reset();

  patience const little({.timeout = duration::milliseconds(200)});
  auto const silent = open(L"/silence");
  auto trouble = silent->send(little, {});  // Wine waits here for the answer, Windows below
  if (!trouble) trouble = silent->receive(little);
  CHECK(trouble.given_up == library_errc::timed_out);
  CHECK(silent->sent());
}
