// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"
#include "curl/error.hpp"
#include "curl/handles.hpp"
#include "curl/options.hpp"
#include "curl/response.hpp"
#include "curl/transfer.hpp"

#include <cstddef>
#include <curl/curl.h>
#include <utility>

// medusa/ext/curl.hpp

namespace medusa::inline v0::ext {

/// A Transport over libcurl (7.66 or newer): HTTP/1.1, plain or over TLS. It keeps its connection
/// between calls (from 7.80 on), and sends one request at a time: a transport is not safe to share
/// between threads, and two share nothing.
///
/// The certificate of the server is verified. Redirects, cookies, .netrc, proxies of the
/// environment and signal handlers are left alone (a program that must survive SIGPIPE ignores it),
/// and no request is repeated. A response may come compressed if the request's `Accept-Encoding`
/// asks for it; its body is then decoded, and `max_body` counts the decoded bytes.
///
/// The first transport of a program calls `curl_global_init(CURL_GLOBAL_DEFAULT)`; no
/// `curl_global_cleanup` follows. libcurl counts these calls, so a program may make its own, which
/// must come first if they choose other flags or an allocator. Before libcurl 7.84 they must not
/// run while another thread makes its first transport.
class curl_transport {
 public:
  /// Bytes of response headers, beyond which a response is refused.
  static constexpr std::size_t max_header_bytes = detail::curl_transfer::max_header_bytes;

  curl_transport() : curl_transport(curl_options{}) {}
  explicit curl_transport(curl_options options)
      : options_(std::move(options)), multi_(detail::new_curl_multi_handle()) {}

  /// Gives every complete response; else see `curl_error`. Gives up after `request.timeout`, and
  /// within 50 ms when `request.cancel` is set. Does not throw.
  [[nodiscard]] result<curl_response, curl_error> send(request const& r) noexcept {
    if (transfer_.easy() == nullptr || multi_ == nullptr)
      return unexpected(curl_error{CURLE_FAILED_INIT, false});
    CURLcode const code = transfer_.begin(r, options_);
    return transfer_.finish(code == CURLE_OK ? drive(r.cancel) : code);
  }

 private:
  /// `curl_easy_perform` looks at its callbacks once a second while nothing arrives, too seldom for
  /// a cancellation.
  [[nodiscard]] CURLcode drive(cancellation const& cancel) noexcept {
    if (curl_multi_add_handle(multi_.get(), transfer_.easy()) != CURLM_OK)
      return CURLE_OUT_OF_MEMORY;
    CURLcode const code = run(cancel);
    // Closes a connection in mid-transfer.
    curl_multi_remove_handle(multi_.get(), transfer_.easy());
    return code;
  }

  [[nodiscard]] CURLcode run(cancellation const& cancel) noexcept {
    int const slice = cancel.possible() ? 50 : 1000;  // ms
    for (int running = 1;;) {
      if (curl_multi_perform(multi_.get(), &running) != CURLM_OK) return CURLE_OUT_OF_MEMORY;
      if (running == 0) break;
      if (cancel.requested()) return CURLE_ABORTED_BY_CALLBACK;
      // Returns sooner when something arrives, or when libcurl has a time to keep.
      if (curl_multi_poll(multi_.get(), nullptr, 0, slice, nullptr) != CURLM_OK)
        return CURLE_OUT_OF_MEMORY;
    }
    int left = 0;
    CURLMsg const* const message = curl_multi_info_read(multi_.get(), &left);
    return message != nullptr ? message->data.result : CURLE_RECV_ERROR;
  }

  curl_options options_;
  detail::curl_multi_handle multi_{};
  detail::curl_transfer transfer_{};
};

}  // namespace medusa::inline v0::ext
