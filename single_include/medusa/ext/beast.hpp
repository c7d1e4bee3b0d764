// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"
#include "beast/connection.hpp"
#include "beast/io.hpp"
#include "beast/options.hpp"
#include "http1/request_writer.hpp"
#include "library/error.hpp"
#include "library/patience.hpp"
#include "library/response.hpp"
#include "library/url_parts.hpp"

#include <boost/asio/ssl.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

// medusa/ext/beast.hpp

namespace medusa::inline v0::ext {

/// `number.message()` has the words.
using beast_error = library_error<boost::system::error_code>;

/// A blocking Transport over Boost.Beast (1.81 or newer) and OpenSSL: HTTP/1.1, plain or over TLS.
/// It keeps its connection between calls, and sends one request at a time: a transport is not safe
/// to share between threads, and two share nothing. It has an `io_context` of its own.
///
/// The certificate of the server is verified. Redirects are not followed, cookies not kept, no
/// proxy is used, and no request is repeated. A body in a content coding, for which only the
/// caller's own `Accept-Encoding` can have asked, is `bad_answer`.
///
/// Looking up a name cannot be interrupted: a call that is given up meanwhile returns at once, but
/// the destructor waits for the name server.
class beast_transport {
 public:
  /// Bytes of response headers, beyond which a response is refused.
  static constexpr std::uint32_t max_header_bytes = 64 * 1024;

  beast_transport() : beast_transport(beast_options{}) {}
  explicit beast_transport(beast_options const& options) : state_(std::make_unique<state>()) {
    auto& trust = state_->trust;
    if (options.ca_file.empty()) trust.set_default_verify_paths(state_->trust_error);
    else trust.load_verify_file(options.ca_file, state_->trust_error);
  }

  /// Gives every complete response; else see `library_errc`. Throws what memory and threads throw.
  [[nodiscard]] result<library_response, beast_error> send(request const& r) {
    if (!is_sendable(r)) return failure({.given_up = library_errc::invalid_request}, false);
    detail::patience const patience(r);
    if (auto const over = patience.over()) return failure({.given_up = over}, false);
    detail::url_parts const url(r.url);
    if (url.https && state_->trust_error) return failure({state_->trust_error, {}}, false);
    auto& connection = state_->connection;
    if (!connection.is_usable(url.origin))
      if (auto const t = connection.open(state_->io, patience, url, state_->trust)) {
        connection.close();
        return failure(t, false);
      }
    connection.use();
    library_response response;
    auto const t = connection.tls() != nullptr
                       ? exchange(*connection.tls(), patience, r, url, response)
                       : exchange(connection.plain(), patience, r, url, response);
    if (!t) return response;
    connection.close();
    return failure(t, true);
  }

 private:
  using body_type = boost::beast::http::span_body<char const>;

  struct state {
    detail::beast_io io{};
    boost::asio::ssl::context trust{boost::asio::ssl::context::tls_client};
    boost::system::error_code trust_error{};
    detail::beast_connection connection{io};
  };

  [[nodiscard]] static unexpected<beast_error> failure(detail::beast_trouble const& t,
                                                       bool sent) noexcept {
    auto code = t.given_up.value_or(library_errc::failed);
    if (!t.given_up && t.number == boost::beast::http::error::body_limit)
      code = library_errc::body_too_large;
    return unexpected(beast_error{code, t.number, sent});
  }

  /// Beast throws at what is longer than it takes.
  [[nodiscard]] static bool is_sendable(request const& r) noexcept {
    constexpr std::size_t longest = 32'000;
    for (auto const& each : r.headers)
      if (each.name.size() + each.value.size() > longest) return false;
    return http1::is_sendable(r);
  }

  [[nodiscard]] static boost::beast::http::request<body_type> message_of(
      request const& r, detail::url_parts const& url) {
    boost::beast::http::request<body_type> message;
    message.version(11);
    message.method_string(to_string(r.method));
    std::string_view const target = url.target;
    message.target(target.starts_with('/') ? std::string(target) : "/" + std::string(target));
    message.set(boost::beast::http::field::host, http1::host_field(r.url));
    for (auto const& each : r.headers) message.insert(each.name, each.value);
    message.body() = {r.body.data(), r.body.size()};
    if (!r.body.empty() || r.method == method::post) message.content_length(r.body.size());
    return message;
  }

  template <class Stream>
  [[nodiscard]] detail::beast_trouble exchange(Stream& stream, detail::patience const& patience,
                                               request const& r, detail::url_parts const& url,
                                               library_response& response) {
    namespace http = boost::beast::http;
    auto& socket = state_->connection.plain();
    auto const message = message_of(r, url);
    auto const written = state_->io.wait(patience, socket, [&](auto handler) {
      http::async_write(stream, message, std::move(handler));
    });
    // A server that hears no more may have answered before (RFC 9112 section 9.5).
    if (written.given_up) return written;

    boost::beast::flat_buffer buffer;
    for (;;) {
      http::response_parser<http::string_body> parser;
      parser.body_limit(r.max_body);
      parser.header_limit(max_header_bytes);
      if (auto const t = state_->io.wait(patience, socket, [&](auto handler) {
            http::async_read_header(stream, buffer, parser, std::move(handler));
          }))
        return written ? written : t;
      int const status = static_cast<int>(parser.get().result_int());
      if (status >= 100 && status < 200 && status != 101) continue;
      if (status < 200) return {.given_up = library_errc::bad_answer};
      if (auto const t = state_->io.wait(patience, socket, [&](auto handler) {
            http::async_read(stream, buffer, parser, std::move(handler));
          }))
        return t;
      if (parser.keep_alive() && !written && buffer.size() == 0) state_->connection.keep();
      take(parser.release(), status, response);
      if (detail::is_coded(response)) return {.given_up = library_errc::bad_answer};
      return {};
    }
  }

  static void take(boost::beast::http::response<boost::beast::http::string_body> message,
                   int status, library_response& response) {
    response.set_status(status);
    for (auto const& field : message) response.add_header(field.name_string(), field.value());
    response.body() = std::move(message.body());
  }

  std::unique_ptr<state> state_;
};

}  // namespace medusa::inline v0::ext
