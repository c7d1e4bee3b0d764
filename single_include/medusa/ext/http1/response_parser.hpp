// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../../medusa.hpp"
#include "chunk_line.hpp"
#include "error.hpp"
#include "limits.hpp"
#include "memory.hpp"
#include "parse_state.hpp"
#include "response.hpp"
#include "response_head.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

// medusa/ext/http1/response_parser.hpp

namespace medusa::inline v0::ext::http1 {

/// Reads a response from bytes that the caller moves: `begin()`, then read into `room()` and say
/// `received(n)` until the state is no longer `more`. O(bytes).
///
/// `Memory` is an `http1_memory`, or a reference to one. Fields and body are kept in the place
/// where they arrive, or move down over what is dropped: status line, interim responses, chunk
/// sizes, trailers. Lines end with CR LF; a bare LF is refused, as RFC 9112 section 2.2 allows.
template <class Memory = http1_memory<>>
class response_parser {
 public:
  static constexpr http1_limits limits = std::remove_reference_t<Memory>::limits;

  constexpr response_parser() = default;
  constexpr explicit response_parser(Memory&& memory) noexcept
      : memory_(static_cast<Memory&&>(memory)) {}

  /// Begins a new response, and forgets the one before. A body of more than `max_body` bytes is
  /// refused, as is one over the limit.
  constexpr void begin(std::size_t max_body = limits.body) noexcept {
    max_body_ = max_body < limits.body ? max_body : limits.body;
    size_ = line_ = interim_ = 0;
    started_ = after_cr_ = false;
    at_ = part::status_line;
  }

  /// Where the next bytes belong: `http1_memory::spare` bytes at least.
  [[nodiscard]] constexpr std::span<char> room() noexcept {
    return std::span<char>(memory_.bytes).subspan(size_);
  }

  /// The first `n` bytes of `room()` have arrived; `room()` is another one afterwards. With bytes
  /// behind the end of the response the connection cannot be kept (RFC 9112 section 9.2).
  constexpr parse_state received(std::size_t n) noexcept {
    if (n != 0) started_ = true;
    std::size_t i = size_;
    std::size_t const end = size_ + n;
    while (i < end && state() == parse_state::more) {
      if (at_ >= part::counted) i += take_body(i, end - i);
      else take_byte(memory_.bytes[i++]);
    }
    if (i < end) info_.keep_alive = false;
    return state();
  }

  /// The connection has ended, and with it the response if nothing else ends that (RFC 9112 section
  /// 6.3, item 8). Errors: `closed`, `truncated` (section 8).
  constexpr parse_state ended() noexcept {
    info_.keep_alive = false;
    if (at_ == part::until_end) at_ = part::complete;
    else if (state() == parse_state::more)
      fail(started_ ? http1_errc::truncated : http1_errc::closed);
    return state();
  }

  [[nodiscard]] constexpr parse_state state() const noexcept {
    if (at_ < part::complete) return parse_state::more;
    return at_ == part::complete ? parse_state::complete : parse_state::failed;
  }
  /// Of a complete response: its text. Views this parser, until the next `begin()`.
  [[nodiscard]] constexpr http1_response response() noexcept {
    return {info_.status,
            {memory_.bytes, head_},
            std::span<char>(memory_.bytes).subspan(head_, size_ - head_)};
  }
  /// What the head says, when it has been read: the length of the body, the future of the
  /// connection.
  [[nodiscard]] constexpr response_head const& info() const noexcept { return info_; }
  /// Of one that failed: why.
  [[nodiscard]] constexpr http1_errc error() const noexcept { return error_; }

 private:
  // First those made of lines, then those of the body.
  enum class part : std::uint8_t {
    status_line,
    field,
    chunk_line,
    chunk_end,
    trailer,
    counted,
    chunk,
    until_end,
    complete,
    failed,
  };

  constexpr void fail(http1_errc code) noexcept {
    error_ = code;
    if (code != http1_errc::none) at_ = part::failed;
  }

  /// Takes some of the body; gives how many bytes.
  constexpr std::size_t take_body(std::size_t from, std::size_t available) noexcept {
    std::size_t const n = available < left_ ? available : left_;
    if (from != size_)
      for (std::size_t i = 0; i < n; ++i) memory_.bytes[size_ + i] = memory_.bytes[from + i];
    size_ += n;
    left_ -= n;
    if (at_ == part::until_end) {
      if (n < available) fail(http1_errc::body_too_large);
    } else if (left_ == 0) {
      at_ = at_ == part::chunk ? part::chunk_end : part::complete;
    }
    return n;
  }

  constexpr void take_byte(char c) noexcept {
    if (after_cr_ != (c == '\n')) return fail(http1_errc::bad_line_end);
    if (after_cr_) {
      end_line();
      line_ = 0;
    } else if (c != '\r') {
      if (ascii::is_control(c) && c != '\t') return fail(http1_errc::control_character);
      if (line_++ == limits.line) return fail(http1_errc::line_too_long);
      if (at_ <= part::field) keep(c);
      else if (at_ == part::chunk_line) fail(chunk_.take(c));
      else if (at_ == part::chunk_end) fail(http1_errc::bad_chunk);
    }
    after_cr_ = c == '\r';
  }

  constexpr void keep(char c) noexcept {
    if (size_ == limits.head) return fail(http1_errc::head_too_large);
    memory_.bytes[size_++] = c;
  }

  constexpr void end_line() noexcept {
    std::string_view const line(memory_.bytes + size_ - (at_ <= part::field ? line_ : 0), line_);
    switch (at_) {
      case part::status_line:
        size_ = 0;
        fields_ = 0;
        at_ = part::field;
        return fail(info_.take_status(line));
      case part::field:
        if (line.empty()) return end_head();
        if (++fields_ > limits.fields) return fail(http1_errc::too_many_fields);
        fail(info_.take_field(line));
        if (at_ == part::field) keep('\n');
        return;
      case part::chunk_line: return begin_chunk(chunk_.size());
      case part::chunk_end: return begin_chunk_line();
      default:  // a trailer, dropped (RFC 9112 section 7.1.2), or the empty line behind them
        if (line_ == 0) at_ = part::complete;
        else if (++fields_ > limits.fields) fail(http1_errc::too_many_fields);
    }
  }

  constexpr void end_head() noexcept {
    head_ = size_;
    left_ = max_body_;
    switch (info_.body()) {
      case framing::ambiguous: return fail(http1_errc::ambiguous_framing);
      case framing::chunked: return begin_chunk_line();
      case framing::until_end: at_ = part::until_end; return;
      case framing::no_body: left_ = 0; break;
      case framing::counted: left_ = *info_.length; break;
    }
    if (left_ > max_body_) return fail(http1_errc::body_too_large);
    at_ = left_ == 0 ? part::complete : part::counted;
    if (!info_.is_interim()) return;
    size_ = 0;
    at_ = part::status_line;
    if (++interim_ > limits.interim) fail(http1_errc::too_many_interim);
  }

  constexpr void begin_chunk_line() noexcept {
    chunk_ = {};
    at_ = part::chunk_line;
  }

  constexpr void begin_chunk(std::optional<std::size_t> size) noexcept {
    if (!size) return fail(http1_errc::bad_chunk);
    if (*size > max_body_ - (size_ - head_)) return fail(http1_errc::body_too_large);
    left_ = *size;
    at_ = left_ == 0 ? part::trailer : part::chunk;
  }

  response_head info_{};
  chunk_line chunk_{};
  std::size_t max_body_ = limits.body;
  std::size_t size_ = 0;  ///< bytes that are kept: fields, each ended by a newline, then body
  std::size_t head_ = 0;  ///< bytes of fields
  std::size_t left_ =
      0;  ///< bytes of body or chunk that are to come, or that are allowed until the end
  std::size_t line_ = 0;  ///< bytes of the line at hand
  std::size_t fields_ = 0;
  std::size_t interim_ = 0;
  part at_ = part::status_line;
  http1_errc error_{};
  bool started_ = false;  ///< a byte has arrived
  bool after_cr_ = false;
  Memory memory_{};
};

}  // namespace medusa::inline v0::ext::http1
