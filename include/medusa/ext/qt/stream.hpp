// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <QtCore/QEventLoop>
#include <QtCore/QString>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslSocket>

#include <medusa/core/duration.hpp>
#include <medusa/ext/http1/byte_stream.hpp>
#include <medusa/ext/library/patience.hpp>
#include <medusa/ext/library/url_parts.hpp>

namespace medusa::inline v0::ext::detail {

/// A byte stream over a socket of Qt, with TLS for `https`. While it waits it runs an event loop,
/// since the socket's own `waitForConnected` can neither be cut short nor looked after.
class qt_stream {
 public:
  static constexpr bool is_secure =
      true;  // of an `https` server; others are asked for nothing secure

  explicit qt_stream(QSslConfiguration const& ssl) {
    socket_.setSslConfiguration(ssl);
    socket_.setPeerVerifyMode(QSslSocket::VerifyPeer);
    socket_.setProxy(QNetworkProxy::NoProxy);
    QObject::connect(&socket_, &QAbstractSocket::errorOccurred, &socket_,
                     [this] { broken_ = true; });
  }
  qt_stream(qt_stream const&) = delete;
  qt_stream& operator=(qt_stream const&) = delete;

  /// What the next connection is for, and how long it may be waited for.
  void aim(url_parts const& url, patience const& p) {
    patience_ = &p;
    if (url.origin == origin_) return;
    socket_.abort();
    origin_ = url.origin;
    host_ = QString::fromUtf8(url.host.data(), static_cast<qsizetype>(url.host.size()));
    port_ = url.port;
    https_ = url.https;
  }
  [[nodiscard]] QAbstractSocket::SocketError error() const { return socket_.error(); }

  [[nodiscard]] bool reopen(duration) {
    socket_.abort();
    broken_ = false;
    if (https_) socket_.connectToHostEncrypted(host_, port_);
    else socket_.connectToHost(host_, port_);
    auto const ready = [&] { return https_ ? socket_.isEncrypted() : is_open(); };
    while (!ready()) {
      if (broken_ || patience_->over()) {
        socket_.abort();
        return false;
      }
      wait(patience::turn_ms);
    }
    socket_.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    return true;
  }

  [[nodiscard]] stream_result read(std::span<char> into, duration limit) {
    if (socket_.bytesAvailable() == 0) wait(limit.count());
    if (socket_.bytesAvailable() == 0) return {.state = state()};
    auto const n = socket_.read(into.data(), static_cast<qint64>(into.size()));
    if (n > 0) return {.count = static_cast<std::size_t>(n)};
    return {.state = state()};
  }

  /// The socket takes everything, and sends it while it is waited for.
  [[nodiscard]] stream_result write(std::string_view from, duration limit) {
    if (!is_open()) return {.state = state()};
    auto const n = socket_.write(from.data(), static_cast<qint64>(from.size()));
    if (n > 0 && !socket_.flush()) wait(limit.count());
    return {.count = n > 0 ? static_cast<std::size_t>(n) : 0, .state = state()};
  }

 private:
  [[nodiscard]] bool is_open() const { return socket_.state() == QAbstractSocket::ConnectedState; }

  /// When all has been read. With TLS the socket calls itself connected beyond its end, and after
  /// it is connected anew it still has the error of the last time: hence `broken_`.
  [[nodiscard]] stream_state state() const {
    if (is_open() && !broken_) return stream_state::open;
    return !broken_ || socket_.error() == QAbstractSocket::RemoteHostClosedError
               ? stream_state::ended
               : stream_state::failed;
  }

  /// Until something happens to the socket, at most so long.
  void wait(std::int64_t ms) {
    QEventLoop loop;
    if (ms <= 0) {
      loop.processEvents();  // or the end of the connection would go unnoticed
      return;
    }
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer, &QTimer::timeout, &loop, &QEventLoop::quit);
    QObject::connect(&socket_, &QIODevice::readyRead, &loop, &QEventLoop::quit);
    QObject::connect(&socket_, &QAbstractSocket::stateChanged, &loop, &QEventLoop::quit);
    QObject::connect(&socket_, &QSslSocket::encrypted, &loop, &QEventLoop::quit);
    timer.start(static_cast<int>(ms));
    loop.exec();
  }

  QSslSocket socket_{};
  bool broken_ = false;  ///< since it was last connected
  patience const* patience_ = nullptr;
  std::string origin_{};
  QString host_{};
  std::uint16_t port_ = 0;
  bool https_ = false;
};

}  // namespace medusa::inline v0::ext::detail
