// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// medusa/testing/fake_response.hpp

namespace medusa::inline v0::testing {

/// A response that owns its text: what `fake_medusa` answers.
class fake_response {
 public:
  fake_response() = default;
  explicit fake_response(int status) : status_(status) {}
  /// An empty `content_type` leaves the header out.
  fake_response(int status, std::string_view content_type, std::string body)
      : status_(status), body_(std::move(body)) {
    if (!content_type.empty()) add_header("Content-Type", content_type);
  }

  void add_header(std::string_view name, std::string_view value) {
    headers_.emplace_back(std::string(name), std::string(value));
  }

  [[nodiscard]] int status() const noexcept { return status_; }
  [[nodiscard]] std::string const& body() const noexcept { return body_; }
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name,
                                                       std::size_t n = 0) const noexcept {
    std::size_t before = 0;
    for (auto const& [key, value] : headers_)
      if (ascii::iequals(key, name) && before++ == n) return value;
    return std::nullopt;
  }

 private:
  int status_ = 0;
  std::string body_{};
  std::vector<std::pair<std::string, std::string>> headers_{};
};

}  // namespace medusa::inline v0::testing
