// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "handles.hpp"
#include "options.hpp"

#include <concepts>
#include <curl/curl.h>
#include <type_traits>

// medusa/ext/curl/easy.hpp

namespace medusa::inline v0::ext::detail {

/// What `curl_easy_setopt` takes; an `int` in place of a `long` would be read as garbage.
template <class T>
concept curl_argument =
    std::same_as<T, long> || std::same_as<T, curl_off_t> || std::is_pointer_v<T>;

/// An easy handle for one request after another. What is the same for all of them is set once: that,
/// and to reset it, would be an eighth of the instructions of each.
class curl_easy {
 public:
  /// Null when libcurl has none, or this has been moved from.
  [[nodiscard]] CURL* get() const noexcept { return easy_.get(); }

  /// Of the options that were set, and what else was said to have failed, since `reset`.
  [[nodiscard]] CURLcode status() const noexcept { return failed_; }
  /// The first failure is the one that counts.
  void fail(CURLcode code) noexcept {
    if (failed_ == CURLE_OK) failed_ = code;
  }
  /// Does nothing after a failure.
  template <curl_argument T>
  void set(CURLoption option, T value) noexcept {
    if (failed_ == CURLE_OK) failed_ = curl_easy_setopt(easy_.get(), option, value);
  }

  /// Sees to it that what no request changes is set. True when that had to be done: then nothing
  /// else is set, either.
  bool prepare(curl_options const& options) noexcept {
    if (prepared_ || failed_ != CURLE_OK) return false;
    set_network(options);
    prepared_ = true;
    return true;
  }
  /// As new, without a failure; connections are kept.
  void reset() noexcept {
    curl_easy_reset(easy_.get());
    failed_ = CURLE_OK;
    prepared_ = false;
  }

 private:
  void set_network(curl_options const& options) noexcept {
    set(CURLOPT_PATH_AS_IS, 1L);
    // Has every coding that this libcurl knows removed from the body, asked for or not. By itself
    // it would send the header of that name, too, which curl_transfer keeps it from.
    set(CURLOPT_ACCEPT_ENCODING, "");
#if LIBCURL_VERSION_NUM >= 0x075700
    // Without it, giving up waits for a name server that does not answer.
    set(CURLOPT_QUICK_EXIT, 1L);
#endif
#if LIBCURL_VERSION_NUM >= 0x075500
    set(CURLOPT_PROTOCOLS_STR, "http,https");
#else
    set(CURLOPT_PROTOCOLS, static_cast<long>(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!options.ca_file.empty()) set(CURLOPT_CAINFO, options.ca_file.c_str());
    set(CURLOPT_PROXY, options.proxy.c_str());
    set(CURLOPT_NOPROXY, "");
    set(CURLOPT_NOSIGNAL, 1L);
    // One request at a time gains nothing by HTTP/2, where libcurl repeats refused requests.
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    // Seconds, rounded down: a connection that has been idle for 4 s is not used again. The server
    // closes it after 5 (Node's keepAliveTimeout), and a request that crosses the close is lost.
    set(CURLOPT_MAXAGE_CONN, 3L);
  }

  curl_handle easy_ = new_curl_handle();
  CURLcode failed_ = CURLE_OK;
  bool prepared_ = false;
};

}  // namespace medusa::inline v0::ext::detail
