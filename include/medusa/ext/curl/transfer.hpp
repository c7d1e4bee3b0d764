// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <type_traits>
#include <utility>

#include <curl/curl.h>

#include <medusa/core/ascii.hpp>
#include <medusa/core/duration.hpp>
#include <medusa/core/result.hpp>
#include <medusa/ext/curl/error.hpp>
#include <medusa/ext/curl/header_block.hpp>
#include <medusa/ext/curl/header_list.hpp>
#include <medusa/ext/curl/options.hpp>
#include <medusa/ext/curl/response.hpp>
#include <medusa/ext/curl/text_buffer.hpp>
#include <medusa/http/method.hpp>
#include <medusa/http/request.hpp>

namespace medusa::inline v0::ext::detail {

/// What `curl_easy_setopt` takes; an `int` in place of a `long` would be read as garbage.
template <class T>
concept curl_argument =
    std::same_as<T, long> || std::same_as<T, curl_off_t> || std::is_pointer_v<T>;

/// One request on an easy handle, from its options to its outcome, whoever drives it. libcurl holds
/// the address of this object and views of the request until it is destroyed.
class curl_transfer {
 public:
  /// Of all lines together, interim responses included. A little below libcurl's own limit, which
  /// is 300 KiB from 8.3 on, so that it is the same error with all versions.
  static constexpr std::size_t max_header_bytes = 256 * 1024;

  curl_transfer(CURL* easy, request const& r, curl_options const& options) noexcept
      : easy_(easy), max_body_(r.max_body) {
    if (r.cancel.requested()) fail(CURLE_ABORTED_BY_CALLBACK);
    if (r.timeout <= duration()) fail(CURLE_OPERATION_TIMEDOUT);
    // After the first failure the rest does nothing.
    set_request(r);
    set_limits(r);
    set_network(options);
    set_callbacks();
  }
  curl_transfer(curl_transfer const&) = delete;
  curl_transfer& operator=(curl_transfer const&) = delete;
  /// Leaves nothing of the request in the handle; connections are kept.
  ~curl_transfer() { curl_easy_reset(easy_); }

  /// Anything but `CURLE_OK`: there is nothing to be driven, and `finish` gives that error.
  [[nodiscard]] CURLcode status() const noexcept { return failed_; }

  /// To be called once, with what libcurl said at the end or why it was given up.
  [[nodiscard]] result<curl_response, curl_error> finish(CURLcode code) noexcept {
    if (failed_ != CURLE_OK) code = failed_;
    long status = 0;
    if (code == CURLE_OK) code = curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status);
    // Old versions let a status such as 99 or -1 pass.
    if (code == CURLE_OK && status < 200) code = CURLE_WEIRD_SERVER_REPLY;
    // When the connection ends within the headers, libcurl takes those it has for all.
    if (code == CURLE_OK && !response_headers_.complete()) code = CURLE_PARTIAL_FILE;
    if (code != CURLE_OK) return unexpected(curl_error{code, begun()});
    return curl_response(static_cast<int>(status), std::move(response_headers_), std::move(body_));
  }

 private:
  /// The first failure is the one that counts.
  void fail(CURLcode code) noexcept {
    if (failed_ == CURLE_OK) failed_ = code;
  }

  template <curl_argument T>
  void set(CURLoption option, T value) noexcept {
    if (failed_ == CURLE_OK) failed_ = curl_easy_setopt(easy_, option, value);
  }

  void set_request(request const& r) noexcept {
    text_buffer url;
    if (ascii::has_control(r.url)) fail(CURLE_BAD_FUNCTION_ARGUMENT);
    if (!url.append(r.url) || !url.append({"", 1})) return fail(CURLE_OUT_OF_MEMORY);
    set(CURLOPT_URL, url.view().data());  // copied by libcurl
    set(CURLOPT_PATH_AS_IS, 1L);
    if (r.method == method::post || !r.body.empty()) {
      set(CURLOPT_POST, 1L);
      set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(r.body.size()));
      set(CURLOPT_POSTFIELDS, r.body.empty() ? "" : r.body.data());  // null would mean a callback
    }
    set(CURLOPT_CUSTOMREQUEST, to_string(r.method).data());
    for (header const& each : r.headers) fail(headers_.add(each));
    for (char const* name : {"Accept", "Accept-Encoding", "Content-Type", "Expect"})
      if (!r.header(name)) fail(headers_.leave_out(name));
    set(CURLOPT_HTTPHEADER, headers_.get());
    // Has every coding that this libcurl knows removed from the body, asked for or not. By itself
    // it would send the header of that name, too, which is settled above.
    set(CURLOPT_ACCEPT_ENCODING, "");
  }

  void set_limits(request const& r) noexcept {
    // 0 is no limit; most versions refuse more milliseconds than an int holds. libcurl's own limit
    // for connecting, 300 s, stays beside this one, and the nearer of the two counts. It counts
    // whole milliseconds, and one too many when a second begins meanwhile: hence one more, for
    // whoever gave the limit must find that it has passed.
    constexpr std::int64_t longest = std::numeric_limits<int>::max();
    std::int64_t const timeout = r.timeout.count() < longest ? r.timeout.count() + 1 : longest;
    set(CURLOPT_TIMEOUT_MS, r.timeout == duration::max() ? 0L : static_cast<long>(timeout));
    // Refuses an announced length at once; on_body counts what really comes.
    constexpr curl_off_t largest = std::numeric_limits<curl_off_t>::max();
    bool const small = r.max_body < static_cast<std::uint64_t>(largest);
    set(CURLOPT_MAXFILESIZE_LARGE, small ? static_cast<curl_off_t>(r.max_body) : largest);
#if LIBCURL_VERSION_NUM >= 0x075700
    // Without it, giving up waits for a name server that does not answer.
    set(CURLOPT_QUICK_EXIT, 1L);
#endif
  }

  void set_network(curl_options const& options) noexcept {
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

  void set_callbacks() noexcept {
    set(CURLOPT_WRITEFUNCTION, &on_body);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_HEADERFUNCTION, &on_header);
    set(CURLOPT_HEADERDATA, this);
    // When a connection that was kept alive breaks before the first byte of an answer, libcurl
    // sends the request once more on a new one, POST or not, and has no option against it. The
    // server may have acted on the first: that decision is not libcurl's. It asks this callback
    // before each sending, and a second one is refused, unless not a byte of the first has gone
    // out.
#if LIBCURL_VERSION_NUM >= 0x075000
    set(CURLOPT_PREREQFUNCTION, &on_sending);
    set(CURLOPT_PREREQDATA, this);
#else
    // No such callback: no connection is kept, so none can break in this way.
    set(CURLOPT_FORBID_REUSE, 1L);
#endif
  }

  /// Whether a byte of the request may have gone out.
  [[nodiscard]] bool begun() const noexcept {
    long bytes = 0;  // of all sendings, a CONNECT to a proxy included
    bool const known = curl_easy_getinfo(easy_, CURLINFO_REQUEST_SIZE, &bytes) == CURLE_OK;
    return connected_ && (!known || bytes > 0);
  }

  static int on_sending(void* self, char*, char*, int, int) noexcept {
    auto& t = *static_cast<curl_transfer*>(self);
    if (t.begun()) t.fail(CURLE_GOT_NOTHING);
    t.connected_ = true;
    return t.failed_ == CURLE_OK ? 0 : 1;
  }

  static std::size_t on_header(char* data, std::size_t size, std::size_t n, void* self) noexcept {
    auto& t = *static_cast<curl_transfer*>(self);
    std::string_view const line(data, size * n);
    t.header_bytes_ += line.size();
    if (t.header_bytes_ > max_header_bytes) t.fail(CURLE_FILESIZE_EXCEEDED);
    else if (!t.response_headers_.add(line)) t.fail(CURLE_OUT_OF_MEMORY);
    return t.failed_ == CURLE_OK ? line.size() : 0;
  }

  static std::size_t on_body(char* data, std::size_t size, std::size_t n, void* self) noexcept {
    auto& t = *static_cast<curl_transfer*>(self);
    std::string_view const piece(data, size * n);
    if (piece.size() > t.max_body_ - t.body_.size()) t.fail(CURLE_FILESIZE_EXCEEDED);
    else if (!t.body_.append(piece)) t.fail(CURLE_OUT_OF_MEMORY);
    return t.failed_ == CURLE_OK ? piece.size() : 0;
  }

  CURL* easy_;
  CURLcode failed_ = CURLE_OK;
  header_list headers_{};
  header_block response_headers_{};
  std::size_t header_bytes_ = 0;
  text_buffer body_{};
  std::size_t max_body_;
  bool connected_ = LIBCURL_VERSION_NUM < 0x075000;  ///< older ones do not tell
};

}  // namespace medusa::inline v0::ext::detail
