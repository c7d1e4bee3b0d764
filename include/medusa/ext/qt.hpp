// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <utility>

#include <QtNetwork/QAbstractSocket>
#include <QtNetwork/QSslConfiguration>

#include <medusa/client/steady_clock.hpp>
#include <medusa/core/result.hpp>
#include <medusa/ext/http1.hpp>
#include <medusa/ext/library/patience.hpp>
#include <medusa/ext/library/url_parts.hpp>
#include <medusa/ext/qt/stream.hpp>
#include <medusa/http/request.hpp>

namespace medusa::inline v0::ext {

/// How a `qt_transport` reaches the server.
struct qt_options {
  /// Whom to trust, among other things. That the server's certificate is verified is not among
  /// them.
  QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
};

/// Why there is no response.
struct qt_error {
  http1_error http{};
  QAbstractSocket::SocketError socket = QAbstractSocket::UnknownSocketError;  ///< Qt's word

  friend bool operator==(qt_error const&, qt_error const&) = default;
  friend bool request_may_have_been_sent(qt_error const& error) noexcept {
    return request_may_have_been_sent(error.http);
  }
};

/// A Transport over Qt 6 Network: HTTP/1.1 by `http1_transport`, plain or over TLS, on a
/// QSslSocket. It keeps its connection between calls. It blocks its caller in an event loop, in
/// which other events of the thread are handled, too: their handlers must not send on a transport
/// that is waiting. It needs a QCoreApplication, stays in the thread that made it, and two
/// transports share nothing.
///
/// The certificate of the server is verified. Redirects are not followed, cookies not kept, no
/// proxy is used, and no request is repeated. Not over QNetworkAccessManager: that sends a request
/// again, POST or not, when a connection breaks before its answer, and has no option against it.
///
/// A response is good until the next `send`, as with `http1_transport`. `Limits` sets memory aside.
template <http1_limits Limits =
              http1_limits{.body = 1024 * 1024, .head = 16 * 1024, .line = 8 * 1024}>
class basic_qt_transport {
 public:
  basic_qt_transport() : basic_qt_transport(qt_options{}) {}
  explicit basic_qt_transport(qt_options const& options)
      : state_(std::make_unique<state>(options.ssl)) {}

  /// Gives every complete response; else see `http1_errc`. Throws what memory throws.
  [[nodiscard]] result<http1_response, qt_error> send(request const& r) {
    if (!http1::is_sendable(r)) return unexpected(qt_error{{http1_errc::invalid_request, false}});
    detail::patience const patience(r);
    state_->stream.aim(detail::url_parts(r.url), patience);
    auto sent = state_->http.send(r);
    if (sent) return *sent;
    http1_error error = sent.error();
    // Connecting was given up.
    if (auto const over = patience.over(); over && error.code == http1_errc::not_connected)
      error.code = *over == library_errc::cancelled ? http1_errc::cancelled : http1_errc::timed_out;
    return unexpected(qt_error{error, state_->stream.error()});
  }

 private:
  struct state {
    explicit state(QSslConfiguration const& ssl) : stream(ssl) {}

    detail::qt_stream stream;
    http1_transport<detail::qt_stream&, steady_clock, http1_memory<Limits>> http{stream,
                                                                                 steady_clock()};
  };

  std::unique_ptr<state> state_;
};

/// The transport with the usual limits.
using qt_transport = basic_qt_transport<>;

}  // namespace medusa::inline v0::ext
