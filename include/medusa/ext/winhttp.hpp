// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <windows.h>
#include <winhttp.h>

#include <medusa/core/result.hpp>
#include <medusa/ext/http1/request_writer.hpp>
#include <medusa/ext/library/error.hpp>
#include <medusa/ext/library/patience.hpp>
#include <medusa/ext/library/response.hpp>
#include <medusa/ext/library/url_parts.hpp>
#include <medusa/ext/winhttp/call.hpp>
#include <medusa/http/request.hpp>

namespace medusa::inline v0::ext {

/// `number` is of winhttp.h (12000 and more) or of the system.
using winhttp_error = library_error<DWORD>;

/// A Transport over WinHTTP (Windows 10 or newer): HTTP/1.1, plain or over TLS. Each call has a
/// connection of its own: when one that was kept breaks, WinHTTP may send again by itself. A
/// transport sends one request at a time, and two share nothing.
///
/// The certificate of the server is verified, with the system's trust. Redirects are not followed,
/// cookies not kept, credentials of the user not used, no proxy is used. Headers are ASCII. A
/// body in a content coding, for which only the caller's own `Accept-Encoding` can have asked, is
/// `bad_answer`.
///
/// Tested under Wine, not on Windows; over TLS, that a certificate nobody trusts is refused. Wine
/// takes interim responses for the answer, which is `bad_answer`, and what came of a chunk that is
/// cut short for the end of the body.
class winhttp_transport {
 public:
  winhttp_transport()
      : session_(WinHttpOpen(nullptr, WINHTTP_ACCESS_TYPE_NO_PROXY, nullptr, nullptr,
                             WINHTTP_FLAG_ASYNC)) {}

  /// Gives every complete response; else see `library_errc`. Throws what memory throws.
  [[nodiscard]] result<library_response, winhttp_error> send(request const& r) {
    if (!is_sendable(r)) return failure({.given_up = library_errc::invalid_request}, false);
    detail::patience const patience(r);
    if (auto const over = patience.over()) return failure({.given_up = over}, false);
    detail::url_parts const url(r.url);
    handle const server(WinHttpConnect(session_.get(), wide(url.host).c_str(), url.port, 0));
    if (!server) return failure({GetLastError(), {}}, false);
    call const c = open(server.get(), r, url);
    if (!c) return failure({GetLastError(), {}}, false);

    auto trouble = c->send(patience, headers_of(r));
    if (!trouble) trouble = c->receive(patience);
    library_response response;
    if (!trouble) trouble = read_head(c->handle(), r.max_body, response);
    if (!trouble) trouble = read_body(*c, patience, r.max_body, response);
    if (trouble) return failure(trouble, c->sent());
    return response;
  }

 private:
  struct close_handle {
    void operator()(void* h) const noexcept { WinHttpCloseHandle(h); }
  };
  using handle = std::unique_ptr<void, close_handle>;
  using call = std::unique_ptr<detail::winhttp_call, detail::winhttp_call::close>;

  [[nodiscard]] static unexpected<winhttp_error> failure(detail::winhttp_trouble const& t,
                                                         bool sent) noexcept {
    return unexpected(winhttp_error{t.given_up.value_or(library_errc::failed), t.number, sent});
  }

  [[nodiscard]] static bool is_sendable(request const& r) noexcept {
    for (auto const& each : r.headers)
      for (char const c : each.value)
        if (static_cast<unsigned char>(c) > 0x7E) return false;
    return http1::is_sendable(r) && r.body.size() < 0x7FFF'FFFF;
  }

  /// Of ASCII.
  [[nodiscard]] static std::wstring wide(std::string_view text) {
    return {text.begin(), text.end()};
  }

  [[nodiscard]] static std::wstring headers_of(request const& r) {
    std::wstring lines;
    for (auto const& each : r.headers)
      ((lines += wide(each.name)) += L": ") += wide(each.value) + L"\r\n";
    return lines;
  }

  [[nodiscard]] static call open(HINTERNET server, request const& r, detail::url_parts const& url) {
    DWORD const flags = WINHTTP_FLAG_ESCAPE_DISABLE | WINHTTP_FLAG_ESCAPE_DISABLE_QUERY |
                        (url.https ? WINHTTP_FLAG_SECURE : 0);
    HINTERNET const h =
        WinHttpOpenRequest(server, wide(to_string(r.method)).c_str(), wide(url.target).c_str(),
                           nullptr, WINHTTP_NO_REFERER, WINHTTP_DEFAULT_ACCEPT_TYPES, flags);
    if (h == nullptr) return {};
    set(h, WINHTTP_OPTION_DISABLE_FEATURE,
        WINHTTP_DISABLE_COOKIES | WINHTTP_DISABLE_REDIRECTS | WINHTTP_DISABLE_AUTHENTICATION |
            WINHTTP_DISABLE_KEEP_ALIVE);
    set(h, WINHTTP_OPTION_REDIRECT_POLICY, WINHTTP_OPTION_REDIRECT_POLICY_NEVER);
    set(h, WINHTTP_OPTION_AUTOLOGON_POLICY, WINHTTP_AUTOLOGON_SECURITY_LEVEL_HIGH);
    WinHttpSetTimeouts(h, 0, 0, 0, 0);  // none: the time limit is for all of a call
    set(h, WINHTTP_OPTION_RECEIVE_RESPONSE_TIMEOUT, 0xFFFF'FFFF);
    return call(new detail::winhttp_call(h, r.body));
  }
  static void set(HINTERNET h, DWORD option, DWORD value) {
    WinHttpSetOption(h, option, &value, sizeof value);
  }

  [[nodiscard]] static DWORD status_of(HINTERNET h) {
    DWORD status = 0;
    DWORD size = sizeof status;
    DWORD const what = WINHTTP_QUERY_STATUS_CODE | WINHTTP_QUERY_FLAG_NUMBER;
    return WinHttpQueryHeaders(h, what, nullptr, &status, &size, nullptr) ? status : 0;
  }
  [[nodiscard]] static detail::winhttp_trouble read_head(HINTERNET h, std::size_t max_body,
                                                         library_response& response) {
    DWORD const status = status_of(h);
    DWORD size = 0;
    if (status < 200) return {.given_up = library_errc::bad_answer};
    response.set_status(static_cast<int>(status));
    WinHttpQueryHeaders(h, WINHTTP_QUERY_RAW_HEADERS_CRLF, nullptr, nullptr, &size, nullptr);
    std::wstring lines(size / sizeof(wchar_t), L'\0');
    if (!WinHttpQueryHeaders(h, WINHTTP_QUERY_RAW_HEADERS_CRLF, nullptr, lines.data(), &size,
                             nullptr))
      return {GetLastError(), {}};
    std::string narrow;
    for (wchar_t const c : lines) narrow += static_cast<char>(c);
    for (std::string_view rest = narrow; !rest.empty();) {
      std::string_view const line = rest.substr(0, rest.find_first_of({"\r\n\0", 3}));
      rest.remove_prefix(line.size() < rest.size() ? line.size() + 1 : line.size());
      auto const colon = line.find(':');  // none in the status line
      if (colon != line.npos) response.add_header(line.substr(0, colon), line.substr(colon + 1));
    }
    if (announced(response).value_or(0) > max_body)
      return {.given_up = library_errc::body_too_large};
    if (detail::is_coded(response)) return {.given_up = library_errc::bad_answer};
    return {};
  }

  [[nodiscard]] static std::optional<std::uint64_t> announced(library_response const& response) {
    auto const length = response.header("Content-Length");
    if (!length || response.header("Transfer-Encoding")) return std::nullopt;
    return std::strtoull(std::string(*length).c_str(), nullptr, 10);
  }

  [[nodiscard]] static detail::winhttp_trouble read_body(detail::winhttp_call& c,
                                                         detail::patience const& patience,
                                                         std::size_t max_body,
                                                         library_response& response) {
    for (std::string_view piece;;) {
      if (auto const t = c.read(patience, piece)) return t;
      if (piece.empty()) break;
      if (piece.size() > max_body - response.body().size())
        return {.given_up = library_errc::body_too_large};
      response.body() += piece;
    }
    // WinHTTP takes the end of the connection for the end of the body.
    if (announced(response).value_or(response.body().size()) != response.body().size())
      return {.given_up = library_errc::bad_answer};
    return {};
  }

  handle session_;
};

}  // namespace medusa::inline v0::ext
