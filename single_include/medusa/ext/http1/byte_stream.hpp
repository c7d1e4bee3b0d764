// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../../medusa.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

// medusa/ext/http1/byte_stream.hpp

namespace medusa::inline v0::ext {

/// What became of reading from a stream, or of writing to it.
enum class stream_state : std::uint8_t {
  open,
  ended,   ///< reading: the peer sends no more. Writing: it takes no more
  failed,  ///< anything else that makes the connection useless
};

/// What came of one `read` or `write` of a byte stream: `{.count = 5}`, `{.state =
/// stream_state::ended}`.
struct stream_result {
  std::size_t count = 0;  ///< bytes moved, also when the state is not `open`
  stream_state state = stream_state::open;
};

namespace detail {
template <class S>
concept stream_reads = requires(S& s, std::span<char> into, duration limit) {
  { s.read(into, limit) } -> std::convertible_to<stream_result>;
};
template <class S>
concept stream_writes = requires(S& s, std::string_view from, duration limit) {
  { s.write(from, limit) } -> std::convertible_to<stream_result>;
};
template <class S>
concept stream_reopens = requires(S& s, duration limit) {
  { s.reopen(limit) } -> std::convertible_to<bool>;
};
template <class S>
concept stream_is_secure = requires { requires static_cast<bool>(S::is_secure); };
}  // namespace detail

/// One connection to the server that moves bytes: a socket, a UART, TLS over either, an AT modem.
/// The user supplies it; `stream_archetype` has everything a stream may have.
///
/// - `read(into, limit)` MUST wait at most `limit` for the first byte, then give what there is, at
///   most `into.size()` bytes. A count of 0 and `open` is: nothing within the time.
/// - `write(from, limit)` MUST take what it can of `from` within `limit`, and say how much: every
///   byte that may have gone out counts, also when the state is not `open`.
/// - `limit` is at most 50 ms; with 0 a call MUST NOT wait.
/// - `read` SHOULD give `ended` when the peer has closed the connection and all its bytes have been
///   read, and when there is no connection yet. A stream that cannot know, as a UART, never gives
///   it: a response that ends with its connection is then an error when the time limit has passed,
///   and a request on a connection that was closed is answered by nothing.
/// - `reopen(limit)` MAY exist: it drops what there is, connects anew within `limit` (at most an
///   hour) and says whether it could. Nothing of the old connection may be read afterwards.
/// - `static constexpr bool is_secure = true` MAY exist, and is a promise: TLS, with the server's
///   certificate and name verified. Only such a stream is given `https` requests.
///
/// A stream is connected to one server. It is for the user to see that this is the server of the
/// client's base URL: a stream is not told the host.
template <class S>
concept byte_stream = detail::stream_reads<S> && detail::stream_writes<S>;

/// Says what is missing from a type that should be a byte stream: the first failed line names it.
template <class S>
[[nodiscard]] consteval bool check_byte_stream() {
  static_assert(
      detail::stream_reads<S>,
      "Stream: wanted `medusa::ext::stream_result read(std::span<char>, medusa::duration)`");
  static_assert(
      detail::stream_writes<S>,
      "Stream: wanted `medusa::ext::stream_result write(std::string_view, medusa::duration)`");
  return true;
}

}  // namespace medusa::inline v0::ext
