// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include <medusa/ext/curl/header_block.hpp>
#include <medusa/ext/curl/text_buffer.hpp>

namespace medusa::inline v0::ext {

/// What the server answered. It owns its text; what it gives are views that live as long as it
/// does, or as the response it is moved into.
class curl_response {
 public:
  curl_response() = default;
  /// For the transports: a user gets one from `send`.
  curl_response(int status, detail::header_block headers, detail::text_buffer body) noexcept
      : headers_(std::move(headers)), body_(std::move(body)), status_(status) {}

  /// Of the final response: 200 to 999.
  [[nodiscard]] int status() const noexcept { return status_; }
  /// Whole and decoded: neither chunked nor compressed.
  [[nodiscard]] std::string_view body() const noexcept { return body_.view(); }
  /// The n-th header of that name (from 0), whatever its case. O(headers).
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name,
                                                       std::size_t n = 0) const noexcept {
    return headers_.find(name, n);
  }

 private:
  detail::header_block headers_{};
  detail::text_buffer body_{};
  int status_ = 0;
};

}  // namespace medusa::inline v0::ext
