// SPDX-License-Identifier: MIT
#pragma once

#include <medusa/core/ascii.hpp>
#include <medusa/core/static_vector.hpp>
#include <medusa/http/header.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace wire {

/// A recorded response, taken apart: a `medusa::response_with_headers` that views the recording. A
/// recording has LF line ends, perhaps a 1xx response in front, and one LF behind its last byte.
class message {
 public:
  constexpr explicit message(std::string_view recorded) {
    do {
      read_head(recorded);
    } while (status_ >= 100 && status_ <= 199);
    if (header("Transfer-Encoding")) read_chunk(recorded);
    else body_ = recorded.substr(0, recorded.size() - (recorded.ends_with('\n') ? 1 : 0));
  }

  [[nodiscard]] constexpr int status() const { return status_; }
  [[nodiscard]] constexpr std::string_view body() const { return body_; }
  [[nodiscard]] constexpr std::optional<std::string_view> header(std::string_view name, std::size_t n = 0) const {
    for (auto const& each : headers_)
      if (medusa::ascii::iequals(each.name, name) && n-- == 0) return each.value;
    return std::nullopt;
  }

 private:
  static constexpr std::string_view take_line(std::string_view& from) {
    std::string_view const line = from.substr(0, from.find('\n'));
    from.remove_prefix(line.size() < from.size() ? line.size() + 1 : line.size());
    return line;
  }

  constexpr void read_head(std::string_view& from) {
    std::string_view const first = take_line(from);
    status_ = 0;
    if (first.starts_with("HTTP/1.1 ") && first.size() >= 12)
      for (char const c : first.substr(9, 3)) status_ = status_ * 10 + (c - '0');
    headers_.clear();
    for (std::string_view line = take_line(from); !line.empty(); line = take_line(from)) {
      std::size_t const colon = line.find(": ");
      if (colon == std::string_view::npos) continue;
      if (auto* const row = headers_.try_emplace_back()) *row = {line.substr(0, colon), line.substr(colon + 2)};
    }
  }

  /// All recorded chunked bodies are one chunk long; status 0 marks any other.
  constexpr void read_chunk(std::string_view from) {
    std::size_t size = 0;
    for (char const c : take_line(from))
      size = size * 16 + static_cast<std::size_t>(medusa::ascii::is_digit(c) ? c - '0' : medusa::ascii::lower(c) - 'a' + 10);
    if (size == 0) return;
    body_ = from.substr(0, size);
    if (!from.substr(body_.size()).starts_with("\n0\n")) status_ = 0;
  }

  int status_ = 0;
  std::string_view body_{};
  medusa::static_vector<medusa::header, 32> headers_{};
};

}  // namespace wire
