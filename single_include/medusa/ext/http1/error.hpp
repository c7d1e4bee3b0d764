// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// medusa/ext/http1/error.hpp

namespace medusa::inline v0::ext {

/// Why an `http1_transport` has no response. Sections are those of RFC 9112.
enum class http1_errc : std::uint8_t {
  none = 0,  ///< nothing is wrong; no error has this code

  // Nothing was sent.
  invalid_request = 1,  ///< no host in the URL, a space or control character, a header that frames
  not_secure,           ///< an `https` URL, and a stream that does not say it is secure
  not_connected,        ///< the connection is of no use any more, and cannot be opened again

  // The request was sent, or a part of it: `may_have_been_sent` tells.
  stream_failed,  ///< the stream reported a failure
  timed_out,      ///< `request.timeout` has passed, or was not positive
  cancelled,      ///< `request.cancel` was set
  closed,         ///< the connection ended before the first byte of a response
  truncated,      ///< it ended within the response (section 8)

  // The response is not one, or not one that can be understood without guessing.
  bad_status_line,  ///< not `HTTP/1.0` or `HTTP/1.1` and three digits; or 101, never asked for
  bad_field,     ///< a header field without a name, or white space before its colon (section 5.1)
  folded_field,  ///< a header field that goes on in the next line (section 5.2)
  bad_line_end,  ///< a CR without LF, or an LF without CR (section 2.2)
  control_character,   ///< a control character other than tab
  bad_content_length,  ///< not a number (section 6.2)
  ambiguous_framing,   ///< two opinions about where the body ends (section 6.3)
  bad_chunk,           ///< a chunk size that is none, or a chunk without its end (section 7.1)
  unsupported_coding,  ///< a transfer coding other than chunked, or any content coding

  // A limit of `http1_limits` is exceeded.
  line_too_long,
  head_too_large,
  too_many_fields,
  too_many_interim,
  body_too_large,  ///< or more than `request.max_body`
};

/// A short English phrase, for people; compare codes, not phrases.
[[nodiscard]] constexpr std::string_view to_string(http1_errc code) noexcept {
  switch (code) {
    case http1_errc::none: break;
    case http1_errc::invalid_request: return "the request cannot be sent as it is";
    case http1_errc::not_secure: return "an https request on a stream that is not secure";
    case http1_errc::not_connected: return "there is no connection";
    case http1_errc::stream_failed: return "the stream failed";
    case http1_errc::timed_out: return "the time limit has passed";
    case http1_errc::cancelled: return "cancelled";
    case http1_errc::closed: return "the connection was closed in place of an answer";
    case http1_errc::truncated: return "the connection was closed within the answer";
    case http1_errc::bad_status_line: return "the answer has no valid status line";
    case http1_errc::bad_field: return "a header field is not valid";
    case http1_errc::folded_field: return "a header field is folded";
    case http1_errc::bad_line_end: return "a line does not end with CR LF";
    case http1_errc::control_character: return "a control character in the head of the answer";
    case http1_errc::bad_content_length: return "Content-Length is not a number";
    case http1_errc::ambiguous_framing: return "it is ambiguous where the answer ends";
    case http1_errc::bad_chunk: return "a chunk is not valid";
    case http1_errc::unsupported_coding: return "the answer is encoded";
    case http1_errc::line_too_long: return "a line of the answer is too long";
    case http1_errc::head_too_large: return "the headers of the answer are too large";
    case http1_errc::too_many_fields: return "the answer has too many headers";
    case http1_errc::too_many_interim: return "too many interim answers";
    case http1_errc::body_too_large: return "the body of the answer is too large";
  }
  return "unknown error";
}

/// The error of an `http1_transport`.
struct http1_error {
  http1_errc code{};
  bool may_have_been_sent = true;  ///< false: the stream took not a byte of the request
  std::size_t needed = 0;          ///< of `body_too_large`: the bytes of the body, if known, else 0

  friend constexpr bool operator==(http1_error const&, http1_error const&) = default;
};

[[nodiscard]] constexpr bool request_may_have_been_sent(http1_error const& error) noexcept {
  return error.may_have_been_sent;
}

}  // namespace medusa::inline v0::ext
