// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../../medusa.hpp"
#include "error.hpp"
#include "field_value.hpp"
#include "limits.hpp"
#include "response.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

// medusa/ext/http1/response_parser.hpp

namespace medusa::ext::http1 {

/// What a parser has come to.
enum class parse_state : std::uint8_t { more, complete, failed };

/// Reads one response after the other from bytes that the caller moves: read into `room()`, then say
/// `received(n)`, until the state is no longer `more`. It has its memory in itself, and changes bytes
/// only within `room()` and what came before it; what need not be kept is dropped at once, so that the
/// body of a chunked response is whole when the last chunk is. O(bytes). "Section" is of RFC 9112.
///
/// Every line ends with CR LF; other line ends are refused, as section 2.2 allows. A status line may
/// lack the space before an empty reason, and reasons are not looked at (section 4).
template <http1_limits Limits = http1_limits{}>
class response_parser {
 public:
  /// Begins a new response. A larger body than `max_body` is refused, as is one over the limit.
  constexpr void begin(std::size_t max_body = Limits.body) noexcept {
    size_ = 0;
    line_ = 0;
    interim_ = 0;
    max_body_ = max_body < Limits.body ? max_body : Limits.body;
    needed_ = 0;
    error_ = {};
    started_ = false;
    after_cr_ = false;
    at_ = part::status_line;
  }

  /// Where the next bytes belong; at least `spare` of them, always.
  [[nodiscard]] constexpr std::span<char> room() noexcept { return std::span<char>(memory_).subspan(size_); }

  /// The first `n` bytes of `room()` have arrived; `room()` is another one afterwards. Bytes that
  /// follow a complete response belong to nothing (section 9.2), so the connection is not kept.
  constexpr parse_state received(std::size_t n) noexcept {
    std::size_t const end = size_ + n;
    if (n != 0) started_ = true;
    for (std::size_t i = size_; i < end && state() == parse_state::more;) {
      i += in_body() ? take_body(i, end - i) : take_byte(memory_[i]);
      if (state() == parse_state::complete && i < end) keep_alive_ = false;
    }
    return state();
  }

  /// The connection has ended: the end of the response when nothing else was said to end it (section
  /// 6.3), else `closed` or `truncated` (section 8).
  constexpr parse_state ended() noexcept {
    if (at_ == part::until_end) at_ = part::complete;
    else if (state() == parse_state::more) fail(started_ ? http1_errc::truncated : http1_errc::closed);
    return state();
  }

  [[nodiscard]] constexpr parse_state state() const noexcept {
    if (at_ == part::complete) return parse_state::complete;
    return at_ == part::failed ? parse_state::failed : parse_state::more;
  }

  /// What is wrong, when the state is `failed`.
  [[nodiscard]] constexpr http1_errc error() const noexcept { return error_; }
  /// The size of the body that was too large; 0 when it is not known.
  [[nodiscard]] constexpr std::size_t needed() const noexcept { return needed_; }

  // When the state is `complete`:

  /// Views this parser, and is good until it begins the next response.
  [[nodiscard]] constexpr http1_response response() noexcept {
    return {status_, {memory_, head_}, std::span<char>(memory_).subspan(head_, size_ - head_)};
  }
  /// Whether the connection can carry another request (section 9.3). Not after HTTP/1.0, which needs
  /// more than we send to be kept open.
  [[nodiscard]] constexpr bool keep_alive() const noexcept { return keep_alive_; }
  /// How long the server says it keeps the connection when nothing is sent.
  [[nodiscard]] constexpr duration idle_limit() const noexcept { return idle_limit_; }

  /// Bytes of memory beyond head and body, for the framing at the end of a full body.
  static constexpr std::size_t spare = 64;

 private:
  enum class part : std::uint8_t {
    status_line, field, chunk_size, chunk_blank, chunk_extension, chunk_end, trailer,  // lines
    counted, chunk, until_end,                                                         // body
    complete, failed,
  };

  constexpr void fail(http1_errc code) noexcept {
    error_ = code;
    at_ = part::failed;
  }

  [[nodiscard]] constexpr bool in_body() const noexcept { return at_ >= part::counted; }

  /// Body bytes come to lie behind those that are there. `left_` is how many there are to come or, when
  /// only the end of the connection ends them, how many are allowed.
  [[nodiscard]] constexpr std::size_t take_body(std::size_t from, std::size_t available) noexcept {
    std::size_t const n = available < left_ ? available : left_;
    if (from != size_)
      for (std::size_t i = 0; i < n; ++i) memory_[size_ + i] = memory_[from + i];
    size_ += n;
    left_ -= n;
    if (at_ == part::until_end) {
      if (n < available) fail(http1_errc::body_too_large);
    } else if (left_ == 0) {
      at_ = at_ == part::chunk ? part::chunk_end : part::complete;
    }
    return n;
  }

  /// A byte of a line; gives the 1 byte that it takes.
  constexpr std::size_t take_byte(char c) noexcept {
    if (after_cr_ || c == '\n') {
      if (!after_cr_ || c != '\n') fail(http1_errc::bad_line_end);
      else end_line();
      after_cr_ = false;
      line_ = 0;
    } else if (c == '\r') {
      after_cr_ = true;
    } else if (ascii::is_control(c) && c != '\t') {
      fail(http1_errc::control_character);
    } else if (line_ == Limits.line) {
      fail(http1_errc::line_too_long);
    } else {
      ++line_;
      if (at_ <= part::field) keep(c);
      else if (at_ != part::trailer) take_chunk_byte(c);
    }
    return 1;
  }

  constexpr void keep(char c) noexcept {
    if (size_ < head_limit()) memory_[size_++] = c;
    else fail(http1_errc::head_too_large);
  }
  /// The status line stands where the fields will.
  [[nodiscard]] constexpr std::size_t head_limit() const noexcept {
    return at_ == part::status_line && Limits.line > Limits.head ? Limits.line : Limits.head;
  }

  constexpr void end_line() noexcept {
    std::string_view const line(memory_ + size_ - line_, line_);
    switch (at_) {
      case part::status_line: return take_status(line);
      case part::field:
        if (line_ == 0) return end_head();
        take_field(line);
        if (at_ == part::field) keep('\n');
        return;
      case part::chunk_size:
      case part::chunk_extension: return begin_chunk();
      case part::chunk_end:
        begin_chunk_line();
        return;
      case part::trailer:  // read and dropped (section 7.1.2)
        if (line_ == 0) at_ = part::complete;
        else if (++fields_ > Limits.fields) fail(http1_errc::too_many_fields);
        return;
      default: return fail(http1_errc::bad_chunk);  // a chunk size that ends with a blank
    }
  }

  /// `HTTP-version SP status-code SP [ reason-phrase ]` (section 4). The version is case-sensitive
  /// (section 2.3).
  constexpr void take_status(std::string_view line) noexcept {
    auto const code = parse_decimal(line.substr(0, 12).substr(line.size() < 9 ? line.size() : 9));
    bool const known = line.starts_with("HTTP/1.1 ") || line.starts_with("HTTP/1.0 ");
    if (!known || line.size() < 12 || !code || *code < 100 || (line.size() > 12 && line[12] != ' '))
      return fail(http1_errc::bad_status_line);
    status_ = static_cast<int>(*code);
    if (status_ == 101) return fail(http1_errc::bad_status_line);  // RFC 9110 section 15.2.2
    size_ = 0;
    fields_ = 0;
    length_ = {};
    chunked_ = false;
    old_ = line[7] == '0';
    keep_alive_ = !old_;
    idle_limit_ = duration::max();
    at_ = part::field;
  }

  constexpr void take_field(std::string_view line) noexcept {
    // Section 5.2; behind the status line even section 2.2 has it refused.
    if (line.front() == ' ' || line.front() == '\t') return fail(http1_errc::folded_field);
    std::size_t const colon = line.find(':');
    std::string_view const name = line.substr(0, colon);
    if (colon == std::string_view::npos || !is_token(name)) return fail(http1_errc::bad_field);
    if (++fields_ > Limits.fields) return fail(http1_errc::too_many_fields);
    std::string_view const value = ascii::trim(line.substr(colon + 1));
    if (ascii::iequals(name, "Content-Length")) {
      auto const length = parse_decimal(value);
      if (!length) return fail(http1_errc::bad_content_length);
      // Repeated and the same it does no harm (section 6.3, item 5).
      if (length_ && *length_ != *length) return fail(http1_errc::ambiguous_framing);
      length_ = length;
    } else if (ascii::iequals(name, "Transfer-Encoding")) {
      if (!ascii::iequals(value, "chunked")) return fail(http1_errc::unsupported_coding);
      if (chunked_) return fail(http1_errc::ambiguous_framing);  // chunked twice, section 7.1
      chunked_ = true;
    } else if (ascii::iequals(name, "Content-Encoding")) {
      if (!ascii::iequals(value, "identity")) return fail(http1_errc::unsupported_coding);
    } else if (ascii::iequals(name, "Connection")) {
      if (has_member(value, "close")) keep_alive_ = false;
    } else if (ascii::iequals(name, "Keep-Alive")) {
      idle_limit_ = keep_alive_timeout(value);
    }
  }

  /// Section 6.3 decides what follows.
  constexpr void end_head() noexcept {
    if (status_ < 200) {
      if (++interim_ > Limits.interim) return fail(http1_errc::too_many_interim);
      size_ = 0;
      at_ = part::status_line;
      return;
    }
    head_ = size_;
    // Both: section 6.3, item 3. HTTP/1.0 knows no chunks: section 6.1.
    if (chunked_ && (length_ || old_)) return fail(http1_errc::ambiguous_framing);
    if (status_ == 204 || status_ == 304) {
      at_ = part::complete;  // item 1: no body, whatever the fields say
    } else if (chunked_) {
      begin_chunk_line();
    } else if (length_) {
      if (*length_ > max_body_) {
        needed_ = *length_;
        return fail(http1_errc::body_too_large);
      }
      left_ = *length_;
      at_ = left_ == 0 ? part::complete : part::counted;
    } else {
      keep_alive_ = false;  // item 8: the end of the connection ends the body
      left_ = max_body_;
      at_ = part::until_end;
    }
  }

  constexpr void begin_chunk_line() noexcept {
    left_ = 0;
    at_ = part::chunk_size;
  }

  /// `chunk-size [ chunk-ext ] CRLF` (section 7.1), and the CRLF after a chunk's data. Extensions are
  /// skipped.
  constexpr void take_chunk_byte(char c) noexcept {
    bool const blank = c == ' ' || c == '\t';
    if (at_ == part::chunk_extension || (at_ == part::chunk_blank && blank)) return;
    if (at_ == part::chunk_end) return fail(http1_errc::bad_chunk);
    if (int const digit = at_ == part::chunk_size ? hex_digit(c) : -1; digit >= 0) {
      if (left_ > std::numeric_limits<std::size_t>::max() >> 4) return fail(http1_errc::body_too_large);
      left_ = left_ << 4 | static_cast<std::size_t>(digit);
    } else if (line_ > 1 && (c == ';' || blank)) {
      at_ = blank ? part::chunk_blank : part::chunk_extension;
    } else {
      fail(http1_errc::bad_chunk);
    }
  }

  [[nodiscard]] static constexpr int hex_digit(char c) noexcept {
    if (ascii::is_digit(c)) return c - '0';
    char const letter = ascii::lower(c);
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  }

  constexpr void begin_chunk() noexcept {
    if (line_ == 0) return fail(http1_errc::bad_chunk);
    if (left_ > max_body_ - (size_ - head_)) return fail(http1_errc::body_too_large);
    at_ = left_ == 0 ? part::trailer : part::chunk;  // the last chunk has the size 0
  }

  // Members in order of size: flags last.
  std::size_t size_ = 0;   ///< bytes that are kept: fields, then body
  std::size_t line_ = 0;   ///< bytes of the line at hand; in the head they are the last of `size_`
  std::size_t head_ = 0;   ///< bytes of fields
  std::size_t left_ = 0;   ///< bytes of this body or chunk that are to come
  std::size_t max_body_ = Limits.body;
  std::size_t needed_ = 0;
  std::size_t fields_ = 0;
  std::size_t interim_ = 0;
  std::optional<std::size_t> length_{};
  duration idle_limit_ = duration::max();
  int status_ = 0;
  part at_ = part::status_line;
  http1_errc error_{};
  bool started_ = false;
  bool after_cr_ = false;
  bool chunked_ = false;
  bool old_ = false;  ///< HTTP/1.0
  bool keep_alive_ = false;
  /// Fields, body, and room to read into. A byte is never kept behind the place where it was read.
  char memory_[(Limits.line > Limits.head ? Limits.line : Limits.head) + Limits.body + spare] = {};
};

}  // namespace medusa::ext::http1
