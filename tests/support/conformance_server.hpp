// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>

#include <support/loopback_socket.hpp>
#include <support/reply.hpp>
#include <support/request_server.hpp>

namespace support {

/// The server of `medusa::testing::transport_conformance`. Its paths say what it is to do:
///
/// - `/echo…`: the request, byte for byte; `/ok`: `ok`; `/ok/close`, `/ok/reset`: and ends the
///   connection, without having said so; `/status/404`: that status
/// - `/bytes/N`, `/chunks/N`, `/rest/N`: N bytes, framed by length, by chunks, by the end of the
///   connection; `/endless/bytes`, `/endless/chunks`: without end
/// - `/chunked`: chunks with extensions, `/chunked/trailer`: and a trailer; `/interim/103`;
/// `/coded`; `/cookies`
/// - `/silence`, `/slow-head`, `/trickle`; `/close`, `/reset`; `/cut/…`; `/nonsense…`
/// - `/count`: how many requests there have been but for these; `/closed`: the URL of a port that
///   refuses connections
class conformance_server {
 public:
  std::string url() const { return server_.url(); }

 private:
  static constexpr std::string_view ok_bytes = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  static std::size_t number(std::string_view path) {
    return std::strtoul(std::string(path.substr(path.rfind('/') + 1)).c_str(), nullptr, 10);
  }
  static std::string chunk(std::string_view data) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string size;
    for (std::size_t n = data.size(); n != 0; n /= 16) size.insert(size.begin(), digits[n % 16]);
    return size + "\r\n" + std::string(data) + "\r\n";
  }
  static std::string chunked(std::string_view body) {
    return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + std::string(body);
  }

  reply respond(std::string_view request) {
    std::string_view const line = request.substr(0, request.find("\r\n"));
    std::string_view path = line.substr(line.find(' ') + 1);
    path = path.substr(0, path.rfind(' '));
    if (path == "/count") return answer(200, std::to_string(count_));
    ++count_;
    if (path.starts_with("/echo")) return answer(200, request, "Content-Type: text/plain\r\n");
    if (path.starts_with("/status/")) return status(static_cast<int>(number(path)));
    if (path == "/closed") return answer(200, "http://127.0.0.1:" + std::to_string(closed_.port()));
    if (path == "/cookies")
      return answer(200, "ok",
                    "Set-Cookie: a=1; Path=/; HttpOnly\r\nx-cAsE: a%2Fb, c\r\n"
                    "set-cookie: b=2; Path=/; Expires=Wed, 01 Jan 2031 00:00:00 GMT\r\n");
    if (path == "/coded") return coded(request);
    // A reset may overtake what was sent before it.
    constexpr std::chrono::milliseconds after{30};
    if (path.starts_with("/ok"))
      return {.bytes = std::string(ok_bytes), .then = ending(path), .after = after};
    if (path.starts_with("/bytes/") || path.starts_with("/chunks/") || path.starts_with("/rest/") ||
        path.starts_with("/endless/") || path.starts_with("/chunked"))
      return sized(path);
    if (path.starts_with("/interim/"))
      return {.bytes = "HTTP/1.1 " + std::to_string(number(path)) + " Interim\r\n" +
                       std::string(path == "/interim/103" ? "Link: </style.css>\r\n\r\n" : "\r\n") +
                       std::string(ok_bytes)};
    return strange(path);
  }

  static reply::ending ending(std::string_view path) {
    if (path.ends_with("/close")) return reply::ending::close;
    return path.ends_with("/reset") ? reply::ending::reset : reply::ending::keep;
  }

  static reply status(int code) {
    std::string const headers = code == 401  ? "WWW-Authenticate: Basic realm=\"x\"\r\n"
                                : code < 400 ? "Location: /ok\r\n"
                                             : "";
    if (code == 204) return {.bytes = "HTTP/1.1 204 No Content\r\n\r\n"};
    return answer(code, "status " + std::to_string(code), headers);
  }

  /// `hello, world` as gzip in one stored block, to those who say that they take it.
  static reply coded(std::string_view request) {
    constexpr std::string_view gzip(
        "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x01\x0c\x00\xf3\xffhello, "
        "world\x3a\x72\xab\xff\x0c\x00\x00\x00",
        35);
    std::size_t const at = request.find("\r\nAccept-Encoding:");
    bool const taken =
        at != request.npos &&
        request.substr(at, request.find("\r\n", at + 2) - at).find("gzip") != request.npos;
    return taken ? answer(200, gzip, "Content-Encoding: gzip\r\n") : answer(200, "hello, world");
  }

  static reply sized(std::string_view path) {
    if (path.starts_with("/chunked"))
      return {.bytes = chunked(
                  "5;name=value\r\none, \r\n5\r\ntwo, \r\n05\r\nthree\r\n0\r\n" +
                  std::string(path.ends_with("/trailer") ? "X-Trailer: 1\r\n\r\n" : "\r\n"))};
    if (path == "/endless/chunks")
      return {.bytes = chunked(""), .again = chunk(std::string(8192, 'x'))};
    if (path == "/endless/bytes")
      return {.bytes = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n",
              .again = std::string(8192, 'x')};
    std::string const body(number(path), 'x');
    if (path.starts_with("/bytes/")) return answer(200, body);
    if (path.starts_with("/rest/"))
      return {.bytes = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + body,
              .then = reply::ending::close};
    std::string chunks;
    for (std::size_t at = 0; at < body.size(); at += 10000)
      chunks += chunk(std::string_view(body).substr(at, 10000));
    return {.bytes = chunked(chunks + "0\r\n\r\n")};
  }

  static reply strange(std::string_view path) {
    using namespace std::chrono_literals;
    if (path == "/slow-head")
      return {.bytes = "HTTP/1.1 200 OK\r\nX-Long: " + std::string(500, 'x'),
              .piece = 1,
              .between = 20ms};
    if (path == "/trickle") {
      reply r = answer(200, std::string(1500, 'x'));
      r.piece = 1;
      r.between = 20ms;
      return r;
    }
    if (path == "/silence") return {};
    reply r{.then = path.ends_with("/reset") ? reply::ending::reset : reply::ending::close};
    if (path == "/cut/head") r.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\nX-Cu";
    else if (path == "/cut/line") r.bytes = "HTTP/1.1 200 OK\r\nConte";
    else if (path == "/cut/body" || path == "/cut/reset")
      r.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf";
    else if (path == "/cut/chunk") r.bytes = chunked("a\r\nhalf");
    else if (path == "/cut/chunks") r.bytes = chunked("4\r\nhalf\r\n");
    else if (path == "/nonsense") r.bytes = "220 mail.example ESMTP\r\n250 OK\r\n\r\n";
    else if (path == "/nonsense/status") r.bytes = "HTTP/1.1 2x0 OK\r\nContent-Length: 0\r\n\r\n";
    return r;
  }

  std::atomic<int> count_{0};
  loopback_socket closed_{false};
  request_server server_{[this](std::string_view request) { return respond(request); }};
};

}  // namespace support
