// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <medusa/core/ascii.hpp>

namespace medusa::inline v0::ext {

/// What the server answered, copied out of an HTTP library. It owns its text; what it gives are
/// views that live as long as it does.
class library_response {
 public:
  library_response() = default;
  // For the transports: a user gets one from `send`.
  void set_status(int status) noexcept { status_ = status; }
  void add_header(std::string_view name, std::string_view value) {
    headers_.emplace_back(name, ascii::trim(value));
  }
  [[nodiscard]] std::string& body() noexcept { return body_; }

  /// Of the final response: 200 to 999.
  [[nodiscard]] int status() const noexcept { return status_; }
  /// Whole and decoded: neither chunked nor compressed.
  [[nodiscard]] std::string const& body() const noexcept { return body_; }
  /// The n-th header of that name (from 0), whatever its case. O(headers).
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name,
                                                       std::size_t n = 0) const noexcept {
    std::size_t before = 0;
    for (auto const& [key, value] : headers_)
      if (ascii::iequals(key, name) && before++ == n) return value;
    return std::nullopt;
  }

 private:
  int status_ = 0;
  std::vector<std::pair<std::string, std::string>> headers_{};
  std::string body_{};
};

namespace detail {
/// Whether a content coding is left in the body (RFC 9110 section 8.4).
[[nodiscard]] inline bool is_coded(library_response const& r) noexcept {
  auto const coding = r.header("Content-Encoding");
  return coding && !coding->empty() && !ascii::iequals(*coding, "identity");
}
}  // namespace detail

}  // namespace medusa::inline v0::ext
