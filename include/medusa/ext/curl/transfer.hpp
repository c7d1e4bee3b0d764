// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <utility>

#include <curl/curl.h>

#include <medusa/core/ascii.hpp>
#include <medusa/core/duration.hpp>
#include <medusa/core/result.hpp>
#include <medusa/ext/curl/easy.hpp>
#include <medusa/ext/curl/error.hpp>
#include <medusa/ext/curl/header_block.hpp>
#include <medusa/ext/curl/header_list.hpp>
#include <medusa/ext/curl/options.hpp>
#include <medusa/ext/curl/response.hpp>
#include <medusa/ext/curl/text_buffer.hpp>
#include <medusa/http/method.hpp>
#include <medusa/http/request.hpp>

namespace medusa::inline v0::ext::detail {

/// An easy handle, and one request after another on it, each from its options to its outcome,
/// whoever drives it. From `begin` to `finish` or `give_up` libcurl holds the address of this object
/// and views of the request.
class curl_transfer {
 public:
  /// Of all lines together, interim responses included. A little below libcurl's own limit, which
  /// is 300 KiB from 8.3 on, so that it is the same error with all versions.
  static constexpr std::size_t max_header_bytes = 256 * 1024;

  /// Null when libcurl has none, or this has been moved from: then nothing can be begun.
  [[nodiscard]] CURL* easy() const noexcept { return easy_.get(); }

  /// Anything but `CURLE_OK`: there is nothing to be driven, and `finish` gives that error.
  [[nodiscard]] CURLcode begin(request const& r, curl_options const& options) noexcept {
    if (r.cancel.requested()) easy_.fail(CURLE_ABORTED_BY_CALLBACK);
    if (r.timeout <= duration()) easy_.fail(CURLE_OPERATION_TIMEDOUT);
    // After the first failure the rest does nothing.
    if (easy_.prepare(options)) set_callbacks();
    set_request(r);
    set_limits(r);
    easy_.set(CURLOPT_WRITEDATA, this);  // it may have been moved since the last one
    easy_.set(CURLOPT_HEADERDATA, this);
#if LIBCURL_VERSION_NUM >= 0x075000
    easy_.set(CURLOPT_PREREQDATA, this);
    sendings_ = 0;
#else
    sendings_ = easy_.status() == CURLE_OK ? 1 : 0;  // it will not tell
#endif
    return easy_.status();
  }

  /// To be called once after each `begin`, with what libcurl said at the end or why it was given
  /// up, when it is not driven any more. Leaves nothing of the request in the handle; connections
  /// are kept.
  [[nodiscard]] result<curl_response, curl_error> finish(CURLcode code) noexcept {
    result<curl_response, curl_error> outcome = read(code);
    if (outcome && sendings_ == 1) put_back();
    // What libcurl remembers of trouble must not count against the next request.
    if (!outcome || sendings_ != 1 || easy_.status() != CURLE_OK) easy_.reset();
    drop();
    return outcome;
  }

  /// In place of `finish`, for an outcome that nobody wants.
  void give_up() noexcept {
    easy_.reset();
    drop();
  }

 private:
  [[nodiscard]] result<curl_response, curl_error> read(CURLcode code) noexcept {
    if (easy_.status() != CURLE_OK) code = easy_.status();
    long status = 0;
    if (code == CURLE_OK) code = curl_easy_getinfo(easy(), CURLINFO_RESPONSE_CODE, &status);
    // Old versions let a status such as 99 or -1 pass.
    if (code == CURLE_OK && status < 200) code = CURLE_WEIRD_SERVER_REPLY;
    // When the connection ends within the headers, libcurl takes those it has for all.
    if (code == CURLE_OK && !response_headers_.complete()) code = CURLE_PARTIAL_FILE;
    if (code != CURLE_OK) return unexpected(curl_error{code, begun()});
    return curl_response(static_cast<int>(status), std::move(response_headers_), std::move(body_));
  }

  /// Between two requests it is that of a GET without URL, headers and body.
  void put_back() noexcept {
    easy_.set(CURLOPT_URL, static_cast<char*>(nullptr));
    easy_.set(CURLOPT_HTTPHEADER, static_cast<curl_slist*>(nullptr));
    if (plain_get_) return;
    easy_.set(CURLOPT_POSTFIELDS, static_cast<char*>(nullptr));
    easy_.set(CURLOPT_HTTPGET, 1L);  // after what would make it a POST
    easy_.set(CURLOPT_CUSTOMREQUEST, static_cast<char*>(nullptr));
  }

  void drop() noexcept {
    headers_ = {};
    response_headers_ = {};
    header_bytes_ = 0;
    body_ = {};
  }

  void set_request(request const& r) noexcept {
    text_buffer url;
    if (ascii::has_control(r.url)) easy_.fail(CURLE_BAD_FUNCTION_ARGUMENT);
    if (!url.append(r.url) || !url.append({"", 1})) return easy_.fail(CURLE_OUT_OF_MEMORY);
    easy_.set(CURLOPT_URL, url.view().data());  // copied by libcurl
    bool const posts = r.method == method::post || !r.body.empty();
    plain_get_ = r.method == method::get && !posts;
    if (posts) {
      easy_.set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(r.body.size()));
      easy_.set(CURLOPT_POSTFIELDS, r.body.empty() ? "" : r.body.data());  // null: a callback
    }
    if (!plain_get_) easy_.set(CURLOPT_CUSTOMREQUEST, to_string(r.method).data());
    // The last two it sends with a body only.
    std::string_view const own[] = {"Accept", "Accept-Encoding", "Content-Type", "Expect"};
    easy_.fail(headers_.assign(r.headers, std::span(own).first(posts ? 4 : 2)));
    easy_.set(CURLOPT_HTTPHEADER, headers_.get());
  }

  void set_limits(request const& r) noexcept {
    max_body_ = r.max_body;
    // 0 is no limit; most versions refuse more milliseconds than an int holds. libcurl's own limit
    // for connecting, 300 s, stays beside this one, and the nearer of the two counts. It counts
    // whole milliseconds, and one too many when a second begins meanwhile: hence one more, for
    // whoever gave the limit must find that it has passed.
    constexpr std::int64_t longest = std::numeric_limits<int>::max();
    std::int64_t const timeout = r.timeout.count() < longest ? r.timeout.count() + 1 : longest;
    easy_.set(CURLOPT_TIMEOUT_MS, r.timeout == duration::max() ? 0L : static_cast<long>(timeout));
    // Refuses an announced length at once; on_body counts what really comes.
    constexpr curl_off_t largest = std::numeric_limits<curl_off_t>::max();
    bool const small = r.max_body < static_cast<std::uint64_t>(largest);
    easy_.set(CURLOPT_MAXFILESIZE_LARGE, small ? static_cast<curl_off_t>(r.max_body) : largest);
  }

  void set_callbacks() noexcept {
    easy_.set(CURLOPT_WRITEFUNCTION, &on_body);
    easy_.set(CURLOPT_HEADERFUNCTION, &on_header);
    // When a connection that was kept alive breaks before the first byte of an answer, libcurl
    // sends the request once more on a new one, POST or not, and has no option against it. The
    // server may have acted on the first: that decision is not libcurl's. It asks this callback
    // before each sending, and a second one is refused, unless not a byte of the first has gone
    // out.
#if LIBCURL_VERSION_NUM >= 0x075000
    easy_.set(CURLOPT_PREREQFUNCTION, &on_sending);
#else
    // No such callback: no connection is kept, so none can break in this way.
    easy_.set(CURLOPT_FORBID_REUSE, 1L);
#endif
  }

  /// Whether a byte of the request may have gone out.
  [[nodiscard]] bool begun() const noexcept {
    long bytes = 0;  // of all sendings, a CONNECT to a proxy included
    bool const known = curl_easy_getinfo(easy(), CURLINFO_REQUEST_SIZE, &bytes) == CURLE_OK;
    return sendings_ != 0 && (!known || bytes > 0);
  }

  static int on_sending(void* self, char*, char*, int, int) noexcept {
    auto& t = *static_cast<curl_transfer*>(self);
    if (t.begun()) t.easy_.fail(CURLE_GOT_NOTHING);
    ++t.sendings_;
    return t.easy_.status() == CURLE_OK ? 0 : 1;
  }

  static std::size_t on_header(char* data, std::size_t size, std::size_t n, void* self) noexcept {
    auto& t = *static_cast<curl_transfer*>(self);
    std::string_view const line(data, size * n);
    t.header_bytes_ += line.size();
    if (t.header_bytes_ > max_header_bytes) t.easy_.fail(CURLE_FILESIZE_EXCEEDED);
    else if (!t.response_headers_.add(line)) t.easy_.fail(CURLE_OUT_OF_MEMORY);
    return t.easy_.status() == CURLE_OK ? line.size() : 0;
  }

  static std::size_t on_body(char* data, std::size_t size, std::size_t n, void* self) noexcept {
    auto& t = *static_cast<curl_transfer*>(self);
    std::string_view const piece(data, size * n);
    if (piece.size() > t.max_body_ - t.body_.size()) t.easy_.fail(CURLE_FILESIZE_EXCEEDED);
    else if (!t.body_.append(piece)) t.easy_.fail(CURLE_OUT_OF_MEMORY);
    return t.easy_.status() == CURLE_OK ? piece.size() : 0;
  }

  curl_easy easy_{};
  bool plain_get_ = true;
  header_list headers_{};
  header_block response_headers_{};
  std::size_t header_bytes_ = 0;
  text_buffer body_{};
  std::size_t max_body_ = 0;
  unsigned sendings_ = 0;  ///< of this request, each on a connection that is ready for it
};

}  // namespace medusa::inline v0::ext::detail
