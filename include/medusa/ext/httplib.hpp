// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <httplib.h>

#include <medusa/core/result.hpp>
#include <medusa/ext/http1/request_writer.hpp>
#include <medusa/ext/httplib/watchdog.hpp>
#include <medusa/ext/library/error.hpp>
#include <medusa/ext/library/patience.hpp>
#include <medusa/ext/library/response.hpp>
#include <medusa/ext/library/url_parts.hpp>
#include <medusa/http/request.hpp>

namespace medusa::inline v0::ext {

/// How an `httplib_transport` reaches the server.
struct httplib_options {
  /// A file of CA certificates (PEM) to trust in place of the system's. Verification cannot be
  /// turned off.
  std::string ca_file{};
};

/// `httplib::to_string(number)` has the words.
using httplib_error = library_error<httplib::Error>;

/// A Transport over cpp-httplib (0.11 or newer): HTTP/1.1, over TLS where the library was built
/// with OpenSSL. It keeps its connection between calls, and sends one request at a time: a
/// transport is not safe to share between threads, and two share nothing.
///
/// The certificate of the server is verified. Redirects are not followed, cookies not kept, no
/// proxy is used, and no request is repeated. A program must ignore SIGPIPE.
///
/// The library has a limit for each read but none for a call, so a thread watches over each call.
/// What the library does not let it do:
/// - Cancellation waits for a connection that is being made, its TLS handshake included, and so
///   does the time limit, which is given to the library for each step of both.
/// - An interim response other than 100 is taken for the answer, which is `bad_answer`. So is a
///   100 that has headers. A trailer after chunks ends the call.
/// - Percent-encoding in the headers of a response is decoded, other than in Location. Medusa takes
///   its session cookie in this form, too.
class httplib_transport {
 public:
  httplib_transport() = default;
  explicit httplib_transport(httplib_options options) : options_(std::move(options)) {}

  /// Gives every complete response; else see `library_errc`. Throws what memory and threads throw.
  [[nodiscard]] result<library_response, httplib_error> send(request const& r) {
    if (!http1::is_sendable(r)) return failure(library_errc::invalid_request, {}, false);
    detail::patience const patience(r);
    if (auto const over = patience.over()) return failure(*over, {}, false);
    connect(detail::url_parts(r.url), patience);
    if (!client_->is_valid())
      return failure(library_errc::failed, httplib::Error::SSLLoadingCerts, false);

    library_response response;
    std::optional<library_errc> refusal;
    httplib::Request message = message_of(r);
    message.response_handler = [&](httplib::Response const& head) {
      refusal = read_head(head, r.max_body, response);
      return !refusal;
    };
    message.content_receiver = [&](char const* data, std::size_t size, std::uint64_t,
                                   std::uint64_t) {
      if (size > r.max_body - response.body().size()) refusal = library_errc::body_too_large;
      else response.body().append(data, size);
      return !refusal;
    };
    detail::watchdog watchdog(patience, [this] { client_->stop(); });
    httplib::Result const sent = client_->send(message);
    auto const stopped = watchdog.dismiss();
    last_use_ = detail::patience::clock::now();
    if (sent && response.status() == 0) refusal = read_head(*sent, r.max_body, response);  // 204
    if (sent && !refusal) return response;

    client_->stop();  // what remains of an answer must not be taken for the next one
    // A limit of the library may be the first to see that the time is over.
    auto const over = stopped || refusal ? stopped : patience.over();
    auto const code = refusal ? *refusal : over.value_or(library_errc::failed);
    return failure(code, sent.error(), had_connection(sent.error()));
  }

 private:
  [[nodiscard]] static unexpected<httplib_error> failure(library_errc code, httplib::Error number,
                                                         bool sent) noexcept {
    return unexpected(httplib_error{code, number, sent});
  }

  [[nodiscard]] static bool had_connection(httplib::Error e) noexcept {
    switch (e) {
      case httplib::Error::Connection:
      case httplib::Error::ConnectionTimeout:
      case httplib::Error::BindIPAddress:
      case httplib::Error::SSLConnection:
      case httplib::Error::SSLLoadingCerts:
      case httplib::Error::SSLServerVerification: return false;
      default: return true;
    }
  }

  /// A client is for one server; that for the last one is kept.
  void connect(detail::url_parts const& url, detail::patience const& patience) {
    // A connection that has been idle is not used again shortly before the server closes it after
    // 5 s (Node's keepAliveTimeout): a request that crosses the close is lost.
    constexpr std::chrono::seconds longest_idle{4};
    if (client_ == nullptr || url.origin != origin_) {
      origin_ = url.origin;
      client_ = std::make_unique<httplib::Client>(origin_);
      client_->set_keep_alive(true);
      client_->set_tcp_nodelay(true);  // head and body are written one after the other
      client_->set_url_encode(false);
#ifdef CPPHTTPLIB_OPENSSL_SUPPORT
      client_->enable_server_certificate_verification(true);
      if (!options_.ca_file.empty()) client_->set_ca_cert_path(options_.ca_file);
#endif
    } else if (detail::patience::clock::now() - last_use_ >= longest_idle) {
      client_->stop();
    }
    std::chrono::milliseconds const left(patience.left_ms());
    client_->set_connection_timeout(left);
    client_->set_read_timeout(left);
    client_->set_write_timeout(left);
  }

  [[nodiscard]] static httplib::Request message_of(request const& r) {
    httplib::Request message;
    message.method = to_string(r.method);
    message.path = detail::url_parts(r.url).target;
    if (!message.path.starts_with('/')) message.path.insert(0, "/");
    message.body = r.body;
    for (auto const& each : r.headers) message.headers.emplace(each.name, each.value);
    return message;
  }

  /// What is wrong with the head of an answer, if anything.
  [[nodiscard]] static std::optional<library_errc> read_head(httplib::Response const& head,
                                                             std::size_t max_body,
                                                             library_response& response) {
    if (head.status < 200) return library_errc::bad_answer;
    response.set_status(head.status);
    for (auto const& [name, value] : head.headers) response.add_header(name, value);
    std::string const length = head.get_header_value("Content-Length");
    if (!length.empty() && std::strtoull(length.c_str(), nullptr, 10) > max_body)
      return library_errc::body_too_large;
    return std::nullopt;
  }

  httplib_options options_{};
  std::string origin_{};
  std::unique_ptr<httplib::Client> client_{};
  detail::patience::clock::time_point last_use_{};
};

}  // namespace medusa::inline v0::ext
