// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <medusa/client/async_handler.hpp>
#include <medusa/core/cancellation.hpp>
#include <medusa/core/duration.hpp>
#include <medusa/core/result.hpp>
#include <medusa/core/unexpected.hpp>
#include <medusa/ext/beast/options.hpp>
#include <medusa/http/request.hpp>

namespace medusa::inline v0::ext {

/// Why there is no response. Beside what Asio, OpenSSL and Beast give:
/// `boost::beast::error::timeout`, `request.timeout` has passed;
/// `boost::asio::error::operation_aborted`, `request.cancel` was set;
/// `boost::beast::http::error::body_limit` and `header_limit`, the response is too large;
/// `boost::beast::http::error::end_of_stream`, the server closed the connection in place of an
/// answer.
struct beast_async_error {
  boost::system::error_code code{};
  bool may_have_been_sent = true;  ///< false: not a byte of the request has gone out

  friend bool operator==(beast_async_error const&, beast_async_error const&) = default;
};
[[nodiscard]] inline bool request_may_have_been_sent(beast_async_error const& e) noexcept {
  return e.may_have_been_sent;
}

/// What the server answered. It owns its text.
class beast_response {
 public:
  using message = boost::beast::http::response<boost::beast::http::string_body>;
  explicit beast_response(message&& m) : message_(std::move(m)) {}

  [[nodiscard]] int status() const noexcept { return static_cast<int>(message_.result_int()); }
  [[nodiscard]] std::string const& body() const noexcept { return message_.body(); }
  /// The n-th header of that name (from 0), whatever its case.
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name,
                                                       std::size_t n = 0) const {
    auto const [first, last] = message_.equal_range({name.data(), name.size()});
    std::size_t before = 0;
    for (auto at = first; at != last; ++at)
      if (before++ == n) return std::string_view(at->value().data(), at->value().size());
    return std::nullopt;
  }

 private:
  message message_;
};

namespace detail {

/// One request on a connection of its own. It lives as long as operations of it are under way, and
/// copies of the request what it needs.
class beast_exchange : public std::enable_shared_from_this<beast_exchange> {
 public:
  using result_type = result<beast_response, beast_async_error>;
  using error_code = boost::system::error_code;

  beast_exchange(boost::asio::any_io_executor const& executor,
                 std::shared_ptr<boost::asio::ssl::context> tls, request const& r,
                 async_handler<result_type> handler)
      : tls_(std::move(tls)),
        stream_(executor, *tls_),
        resolver_(executor),
        timer_(executor),
        handler_(std::move(handler)),
        cancel_(r.cancel),
        max_body_(r.max_body) {
    secure_ = r.url.starts_with("https://");
    std::string_view authority = r.url.substr(0, r.url.size() - r.target.size());
    authority.remove_prefix(secure_ ? 8 : 7);
    std::size_t const colon =
        authority.find(':', authority.find(']') == authority.npos ? 0 : authority.find(']'));
    host_ = authority.substr(0, colon);
    port_ = colon == authority.npos ? (secure_ ? "443" : "80") : authority.substr(colon + 1);
    if (host_.starts_with('[') && host_.ends_with(']')) host_ = host_.substr(1, host_.size() - 2);
    std::string_view const name = to_string(r.method);
    request_.method_string({name.data(), name.size()});
    request_.target({r.target.data(), r.target.size()});
    request_.set(boost::beast::http::field::host,
                 boost::beast::string_view(authority.data(), authority.size()));
    for (auto const& each : r.headers)
      request_.set(boost::beast::string_view(each.name.data(), each.name.size()),
                   boost::beast::string_view(each.value.data(), each.value.size()));
    request_.keep_alive(false);
    request_.body() = std::string(r.body);
    request_.prepare_payload();
    // A year is the longest: the sum of more might overflow.
    constexpr std::int64_t longest = std::int64_t{365} * 24 * 3600 * 1000;
    end_ = clock::now() +
           std::chrono::milliseconds(r.timeout.count() < longest ? r.timeout.count() : longest);
  }

  void start() {
    error_code unverified;
    if (secure_) prepare_tls(unverified);
    if (unverified) return end(unverified);
    watch();
    resolver_.async_resolve(host_, port_,
                            [self = shared_from_this()](error_code code, auto const& found) {
                              if (self->goes_on(code)) self->connect(found);
                            });
  }

 private:
  using clock = std::chrono::steady_clock;
  using parser = boost::beast::http::response_parser<boost::beast::http::string_body>;

  void prepare_tls(error_code& code) {
    stream_.set_verify_mode(boost::asio::ssl::verify_peer, code);
    stream_.set_verify_callback(boost::asio::ssl::host_name_verification(host_), code);
    // Names alone are announced, no addresses (RFC 6066 section 3).
    error_code no_address;
    boost::asio::ip::make_address(host_, no_address);
    if (no_address && SSL_set_tlsext_host_name(stream_.native_handle(), host_.c_str()) != 1)
      code = boost::asio::error::no_memory;
  }

  template <class Endpoints>
  void connect(Endpoints const& found) {
    stream_.next_layer().async_connect(
        found, [self = shared_from_this()](error_code code, auto const&) {
          if (!self->goes_on(code)) return;
          if (!self->secure_) return self->write(self->stream_.next_layer());
          self->stream_.async_handshake(boost::asio::ssl::stream_base::client,
                                        [self](error_code refused) {
                                          if (self->goes_on(refused)) self->write(self->stream_);
                                        });
        });
  }

  template <class Stream>
  void write(Stream& stream) {
    sent_ = true;
    boost::beast::http::async_write(
        stream, request_, [self = shared_from_this(), &stream](error_code code, std::size_t) {
          if (self->goes_on(code)) self->read(stream);
        });
  }

  template <class Stream>
  void read(Stream& stream) {
    parser_.emplace();
    parser_->body_limit(max_body_);
    parser_->header_limit(256 * 1024);  // as for libcurl
    boost::beast::http::async_read(
        stream, buffer_, *parser_,
        [self = shared_from_this(), &stream](error_code code, std::size_t) {
          if (!self->goes_on(code)) return;
          if (self->parser_->get().result_int() < 200)
            return self->read(stream);  // an interim response
          result_type outcome(std::in_place, self->parser_->release());
          self->finish(outcome);
        });
  }

  /// Looks every 50 ms whether anybody still waits, cancels, or has no more time.
  void watch() {
    constexpr std::chrono::milliseconds slice(50);
    clock::time_point const next = clock::now() + slice;
    timer_.expires_at(next < end_ ? next : end_);
    timer_.async_wait([self = shared_from_this()](error_code) {
      if (self->done_) return;
      if (!self->handler_.wanted()) return self->stop();
      if (self->cancel_.requested()) return self->end(boost::asio::error::operation_aborted);
      if (clock::now() >= self->end_) return self->end(boost::beast::error::timeout);
      self->watch();
    });
  }

  [[nodiscard]] bool goes_on(error_code code) {
    if (code && !done_) end(code);
    return !done_;
  }
  void end(error_code code) {
    result_type outcome(unexpected(beast_async_error{code, sent_}));
    finish(outcome);
  }
  void finish(result_type& outcome) {
    stop();
    auto handler = std::move(handler_);
    handler(outcome);
  }
  void stop() noexcept {
    done_ = true;
    timer_.cancel();
    resolver_.cancel();
    stream_.next_layer().close();
  }

  std::shared_ptr<boost::asio::ssl::context> tls_;
  boost::asio::ssl::stream<boost::beast::tcp_stream> stream_;
  boost::asio::ip::tcp::resolver resolver_;
  boost::asio::steady_timer timer_;
  async_handler<result_type> handler_;
  cancellation cancel_;
  std::size_t max_body_;
  clock::time_point end_{};
  std::string host_{};
  std::string port_{};
  boost::beast::http::request<boost::beast::http::string_body> request_{};
  boost::beast::flat_buffer buffer_{};
  std::optional<parser> parser_{};
  bool secure_ = false;
  bool sent_ = false;
  bool done_ = false;
};

}  // namespace detail

/// An asynchronous transport over Boost.Beast (1.81 or newer, with OpenSSL): HTTP/1.1, plain or
/// over TLS, each request on a connection of its own. The event loop of the executor moves it on;
/// nobody polls. Handlers run on the executor, which must be that of the client: a strand, where
/// several threads run the loop, and what is begun must be begun there, too.
///
/// The certificate of the server is verified, no redirect is followed, no proxy used, nothing
/// repeated. Time limits are kept to the millisecond; a cancellation flag is looked at every 50 ms.
/// Content codings are not removed: leave `Accept-Encoding` out. What the libraries throw when
/// there is no memory passes through.
class beast_async_transport {
 public:
  using result_type = detail::beast_exchange::result_type;

  /// Throws what OpenSSL says about the certificates, if they cannot be read.
  explicit beast_async_transport(boost::asio::any_io_executor executor,
                                 beast_options const& options = {})
      : executor_(std::move(executor)),
        tls_(std::make_shared<boost::asio::ssl::context>(boost::asio::ssl::context::tls_client)) {
    if (options.ca_file.empty()) tls_->set_default_verify_paths();
    else tls_->load_verify_file(options.ca_file);
  }

  [[nodiscard]] boost::asio::any_io_executor const& get_executor() const noexcept {
    return executor_;
  }

  /// Begins an exchange. Gives every complete response; else see `beast_async_error`.
  void send(request const& r, async_handler<result_type> handler) {
    if (r.cancel.requested())
      return handler(unexpected(beast_async_error{boost::asio::error::operation_aborted, false}));
    if (r.timeout <= duration())
      return handler(unexpected(beast_async_error{boost::beast::error::timeout, false}));
    std::make_shared<detail::beast_exchange>(executor_, tls_, r, std::move(handler))->start();
  }

 private:
  boost::asio::any_io_executor executor_;
  std::shared_ptr<boost::asio::ssl::context> tls_;
};

}  // namespace medusa::inline v0::ext
