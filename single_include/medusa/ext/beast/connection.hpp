// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../library/patience.hpp"
#include "../library/url_parts.hpp"
#include "io.hpp"

#include <boost/asio/ssl.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

// medusa/ext/beast/connection.hpp

namespace medusa::inline v0::ext::detail {

/// A connection to one server, plain or over TLS, that is kept between calls.
class beast_connection {
 public:
  using tcp = boost::asio::ip::tcp;
  using tls_stream = boost::asio::ssl::stream<tcp::socket&>;

  explicit beast_connection(beast_io& io) : socket_(io.socket()) {}

  [[nodiscard]] tcp::socket& plain() noexcept { return socket_; }
  /// Null when the connection is not over TLS.
  [[nodiscard]] tls_stream* tls() noexcept { return tls_.get(); }

  /// Whether a request to `origin` may go over it as it is.
  [[nodiscard]] bool is_usable(std::string_view origin) {
    // A connection that has been idle is not used again shortly before the server closes it after
    // 5 s (Node's keepAliveTimeout): a request that crosses the close is lost.
    constexpr std::chrono::seconds longest_idle{4};
    return kept_ && origin == origin_ && patience::clock::now() - last_use_ < longest_idle &&
           is_quiet();
  }
  /// After a whole response that has not announced the end.
  void keep() {
    kept_ = true;
    last_use_ = patience::clock::now();
  }
  /// A request is under way: unless all goes well, it is the last.
  void use() noexcept { kept_ = false; }

  [[nodiscard]] beast_trouble open(beast_io& io, patience const& p, url_parts const& url,
                                   boost::asio::ssl::context& trust) {
    close();
    origin_ = url.origin;
    tcp::resolver::results_type addresses;
    if (auto const t = io.resolve(p, url.host, std::to_string(url.port), addresses)) return t;
    if (auto const t = io.wait(p, socket_, [&](auto handler) {
          boost::asio::async_connect(socket_, addresses, std::move(handler));
        }))
      return t;
    boost::system::error_code ec;
    socket_.set_option(tcp::no_delay(true), ec);
    return url.https ? shake_hands(io, p, std::string(url.host), trust) : beast_trouble{ec, {}};
  }

  void close() {
    kept_ = false;
    tls_.reset();
    boost::system::error_code ignored;
    socket_.close(ignored);
  }

 private:
  /// Open, and without bytes that nobody asked for.
  [[nodiscard]] bool is_quiet() {
    boost::system::error_code ec;
    char byte;
    socket_.non_blocking(true, ec);
    socket_.receive(boost::asio::buffer(&byte, 1), tcp::socket::message_peek, ec);
    return ec == boost::asio::error::would_block || ec == boost::asio::error::try_again;
  }

  [[nodiscard]] beast_trouble shake_hands(beast_io& io, patience const& p, std::string const& host,
                                          boost::asio::ssl::context& trust) {
    tls_ = std::make_unique<tls_stream>(socket_, trust);
    boost::system::error_code ec;
    tls_->set_verify_mode(boost::asio::ssl::verify_peer, ec);
    if (!ec) tls_->set_verify_callback(boost::asio::ssl::host_name_verification(host), ec);
    // The name for SNI (RFC 6066 section 3); an address is no name.
    boost::asio::ip::make_address(host, address_error_);
    if (!ec && address_error_) SSL_set_tlsext_host_name(tls_->native_handle(), host.c_str());
    if (ec) return {ec, {}};
    return io.wait(p, socket_, [&](auto handler) {
      tls_->async_handshake(boost::asio::ssl::stream_base::client, std::move(handler));
    });
  }

  tcp::socket socket_;
  std::unique_ptr<tls_stream> tls_{};
  std::string origin_{};
  bool kept_ = false;
  patience::clock::time_point last_use_{};
  boost::system::error_code address_error_{};
};

}  // namespace medusa::inline v0::ext::detail
