// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include <curl/curl.h>

// medusa/ext/curl/error.hpp

namespace medusa::inline v0::ext {

/// Why there is no response. `curl_easy_strerror(code)` has the words. Beside what libcurl gives:
///
/// - `CURLE_OPERATION_TIMEDOUT`: `request.timeout` has passed, or was not positive;
/// - `CURLE_ABORTED_BY_CALLBACK`: `request.cancel` was set;
/// - `CURLE_FILESIZE_EXCEEDED`: the body is larger than `request.max_body`, or the headers are
///   larger than `curl_transport::max_header_bytes`;
/// - `CURLE_GOT_NOTHING`: the server closed the connection in place of an answer;
/// - `CURLE_PARTIAL_FILE`: it closed the connection within the answer, the headers included;
/// - `CURLE_WEIRD_SERVER_REPLY`: no final status;
/// - `CURLE_BAD_FUNCTION_ARGUMENT`: a control character in the URL or in a header;
/// - `CURLE_OUT_OF_MEMORY`; `CURLE_FAILED_INIT`: libcurl could not be initialised, or the transport
///   has been moved from.
struct curl_error {
  CURLcode code = CURLE_OK;
  bool may_have_been_sent = true;  ///< false: not a byte of the request has gone out

  friend bool operator==(curl_error const&, curl_error const&) = default;
};

/// False when the server cannot have seen the request: there was no connection yet, with its TLS
/// handshake, or it broke before the first byte.
[[nodiscard]] inline bool request_may_have_been_sent(curl_error const& error) noexcept {
  return error.may_have_been_sent;
}

}  // namespace medusa::inline v0::ext
