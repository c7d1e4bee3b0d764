// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include <curl/curl.h>

namespace medusa::inline v0::ext::detail {

static_assert(LIBCURL_VERSION_NUM >= 0x074200, "medusa/ext/curl.hpp needs libcurl 7.66 or newer");

struct curl_deleter {
  void operator()(CURL* easy) const noexcept { curl_easy_cleanup(easy); }
};
struct curl_multi_deleter {
  void operator()(CURLM* multi) const noexcept { curl_multi_cleanup(multi); }
};
using curl_handle = std::unique_ptr<CURL, curl_deleter>;
using curl_multi_handle = std::unique_ptr<CURLM, curl_multi_deleter>;

/// Initialises libcurl at the first call, whichever thread makes it.
[[nodiscard]] inline bool curl_is_ready() noexcept {
  static CURLcode const code = curl_global_init(CURL_GLOBAL_DEFAULT);
  return code == CURLE_OK;
}

/// Null when libcurl has none.
[[nodiscard]] inline curl_handle new_curl_handle() noexcept {
  return curl_handle(curl_is_ready() ? curl_easy_init() : nullptr);
}
[[nodiscard]] inline curl_multi_handle new_curl_multi_handle() noexcept {
  return curl_multi_handle(curl_is_ready() ? curl_multi_init() : nullptr);
}

}  // namespace medusa::inline v0::ext::detail
