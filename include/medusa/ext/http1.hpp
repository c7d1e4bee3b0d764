// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include <medusa/client/clock.hpp>
#include <medusa/core/duration.hpp>
#include <medusa/core/result.hpp>
#include <medusa/ext/http1/byte_stream.hpp>
#include <medusa/ext/http1/error.hpp>
#include <medusa/ext/http1/memory.hpp>
#include <medusa/ext/http1/request_writer.hpp>
#include <medusa/ext/http1/response.hpp>
#include <medusa/ext/http1/response_parser.hpp>
#include <medusa/http/request.hpp>

namespace medusa::inline v0::ext {

namespace detail {
/// All that the transport needs of a clock. `no_clock` shows the time, too, but it never changes.
template <class C>
concept ticking = !std::same_as<C, no_clock> && requires(C& c) {
  { c.now() } -> std::same_as<duration>;
};
}  // namespace detail

/// A Transport over a byte stream, for those who have only a socket: HTTP/1.1 (RFC 9112) on one
/// connection that is kept, in fixed memory, without a heap. Stream, clock and memory that were
/// given as lvalues are referenced and must outlive the transport; memory that is not given is in
/// itself.
///
///     static medusa::ext::http1_memory<medusa::ext::http1_limits{.body = 8192}> memory;
///     medusa::ext::http1_transport transport{uart, ticks, memory};
///
/// - A response is good until the next `send`, and until the transport is moved or gone; its body
///   may be written to. So results on `borrowed` storage are good as long.
/// - Time limits need a clock (`medusa::duration now()` is enough), since a stream that gives a
///   byte now and then is never idle. The time limit and `request.cancel` are looked at every 50
///   ms, or as often as the stream returns; only `reopen` may take all the time that is left.
/// - Nothing is sent on a connection that has ended, that has unasked bytes to read, that carried a
///   failure, or that has been idle for as long as the server said it would wait (Keep-Alive): it
///   is reopened first, and if the stream cannot do that, the error is `not_connected`, not sent.
/// - Nothing is sent twice. If the server closes the connection just when a request is under way,
///   the error is `closed`, which may have been sent, and the next `send` opens a new connection;
///   to repeat the request is for the client's retry policy.
template <class Stream, class Clock, class Memory = http1_memory<>>
class http1_transport {
  static_assert(check_byte_stream<std::remove_reference_t<Stream>>());
  static_assert(detail::ticking<std::remove_reference_t<Clock>>,
                "Clock: wanted `medusa::duration now()`, of a clock that runs (not no_clock)");

 public:
  template <class S, class C>
    requires std::constructible_from<Stream, S&&> && std::constructible_from<Clock, C&&> &&
                 std::default_initializable<Memory>
  constexpr http1_transport(S&& stream, C&& clock)
      : stream_(std::forward<S>(stream)), clock_(std::forward<C>(clock)) {}
  template <class S, class C>
    requires std::constructible_from<Stream, S&&> && std::constructible_from<Clock, C&&>
  constexpr http1_transport(S&& stream, C&& clock, Memory&& memory)
      : stream_(std::forward<S>(stream)),
        clock_(std::forward<C>(clock)),
        parser_(std::forward<Memory>(memory)) {}
  constexpr http1_transport(http1_transport&&) = default;

  /// Gives every complete response; else see `http1_errc`.
  [[nodiscard]] constexpr result<http1_response, http1_error> send(request const& r) {
    duration const begin = clock_.now();
    attempt now{.request = &r, .deadline = begin + r.timeout, .time = begin};
    auto code = check(r);
    if (code == http1_errc::none) code = connect(now);
    if (code == http1_errc::none) code = write(now);
    if (code == http1_errc::none) code = read(now);
    if (code == http1_errc::none) return parser_.response();
    bool const too_large = code == http1_errc::body_too_large;
    return unexpected(
        http1_error{code, now.written, too_large ? parser_.info().length.value_or(0) : 0});
  }

  /// You have connected the stream anew yourself: the next request may be sent.
  constexpr void reconnected() noexcept {
    usable_ = true;
    idle_end_ = duration::max();
  }

 private:
  struct attempt {
    medusa::request const* request;
    duration deadline;
    duration time;         ///< as of the last look at the clock
    bool written = false;  ///< the stream took a byte
    bool whole = true;     ///< and all others
  };

  [[nodiscard]] static constexpr http1_errc check(request const& r) noexcept {
    if (!http1::is_sendable(r)) return http1_errc::invalid_request;
    if (!detail::stream_is_secure<std::remove_reference_t<Stream>> && http1::is_https(r.url))
      return http1_errc::not_secure;
    return http1_errc::none;
  }

  [[nodiscard]] constexpr http1_errc give_up(attempt& now) {
    now.time = clock_.now();
    if (now.request->cancel.requested()) return http1_errc::cancelled;
    if (now.time >= now.deadline) return http1_errc::timed_out;
    return http1_errc::none;
  }
  /// What is left, bounded so that a stream can count it in an `int`.
  [[nodiscard]] static constexpr duration limit(attempt const& now, duration most) noexcept {
    duration const left = now.deadline - now.time;
    return left < most ? left : most;
  }

  [[nodiscard]] constexpr http1_errc connect(attempt& now) {
    if (auto const over = give_up(now); over != http1_errc::none) return over;
    if (usable_ && now.time < idle_end_ && is_quiet()) return http1_errc::none;
    usable_ = false;
    if constexpr (detail::stream_reopens<std::remove_reference_t<Stream>>) {
      if (static_cast<bool>(stream_.reopen(limit(now, duration::milliseconds(3'600'000))))) {
        reconnected();
        return http1_errc::none;
      }
    }
    return http1_errc::not_connected;
  }
  /// Open, and without bytes that nobody asked for (RFC 9112 section 9.2): a 408, or the rest of
  /// what came too late.
  [[nodiscard]] constexpr bool is_quiet() {
    char byte = 0;
    stream_result const got = stream_.read(std::span<char>(&byte, 1), duration());
    return got.count == 0 && got.state == stream_state::open;
  }

  /// The memory behind the last response, which the request might view, is free until the next.
  [[nodiscard]] constexpr http1_errc write(attempt& now) {
    http1::request_writer writer(*now.request);
    std::span<char> const room = parser_.room();
    while (std::size_t const n = writer.write(room)) {
      for (std::string_view rest(room.data(), n); !rest.empty();) {
        if (auto const over = give_up(now); over != http1_errc::none) return over;
        usable_ = false;
        stream_result const done = stream_.write(rest, limit(now, turn));
        if (done.count != 0) now.written = true;
        if (done.state == stream_state::failed || done.count > rest.size())
          return http1_errc::stream_failed;
        rest.remove_prefix(done.count);
        if (done.state == stream_state::open || rest.empty()) continue;
        // The server hears no more; it may have answered before (RFC 9112 section 9.5), as Node
        // does with 431.
        now.whole = false;
        if (now.written) return http1_errc::none;
        return http1_errc::not_connected;
      }
    }
    return http1_errc::none;
  }

  [[nodiscard]] constexpr http1_errc read(attempt& now) {
    parser_.begin(now.request->max_body);
    for (;;) {
      if (auto const over = give_up(now); over != http1_errc::none) return over;
      std::span<char> const room = parser_.room();
      stream_result const got = stream_.read(room, limit(now, turn));
      if (got.count > room.size()) return http1_errc::stream_failed;
      auto state = parser_.received(got.count);
      if (got.state == stream_state::ended) state = parser_.ended();
      if (state == http1::parse_state::failed) return parser_.error();
      if (state == http1::parse_state::complete) {
        usable_ = now.whole && got.state == stream_state::open && parser_.info().keep_alive;
        idle_end_ = clock_.now() + parser_.info().idle_limit;
        return http1_errc::none;
      }
      if (got.state == stream_state::failed) return http1_errc::stream_failed;
    }
  }

  static constexpr duration turn = duration::milliseconds(50);

  Stream stream_;
  Clock clock_;
  bool usable_ =
      true;  ///< as far as is known; a stream that is not connected says so when it is read
  duration idle_end_ = duration::max();  ///< when the server closes it
  http1::response_parser<Memory> parser_{};
};

template <class S, class C>
http1_transport(S&&, C&&) -> http1_transport<S, C>;
template <class S, class C, class M>
http1_transport(S&&, C&&, M&&) -> http1_transport<S, C, M>;

}  // namespace medusa::inline v0::ext
