// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../../medusa.hpp"
#include "host_field.hpp"

#include <cstddef>
#include <span>
#include <string_view>

// medusa/ext/http1/request_writer.hpp

namespace medusa::inline v0::ext::http1 {

/// False when the request would say something else on the wire than it means: no host in its URL, a
/// space or control character in its target, or a header that is none or that is for
/// `request_writer` to set (a second opinion about the framing is request smuggling, RFC 9112
/// section 11.2).
[[nodiscard]] constexpr bool is_sendable(request const& r) noexcept {
  if (host_field(r.url).empty()) return false;
  for (char const c : r.target)
    if (c == ' ' || ascii::is_control(c)) return false;
  for (auto const& each : r.headers)
    if (header_error(each)) return false;
  return true;
}

/// Writes a request that `is_sendable` as HTTP/1.1, piece by piece, into whatever memory there is.
/// It views the request, which must outlive it.
///
/// The target is in origin-form (RFC 9112 section 3.2.1), Host comes first (RFC 9110 section 7.2),
/// then the headers as given. The framing is Content-Length, for a body and for a POST without (RFC
/// 9110 section 8.6), and nothing otherwise (RFC 9112 section 6.3).
class request_writer {
 public:
  constexpr explicit request_writer(request const& r) noexcept
      : request_(&r), host_(host_field(r.url)) {
    if (!r.body.empty() || r.method == method::post) {
      sink digits(length_, sizeof length_);
      digits.append_number(r.body.size());
      length_size_ = digits.size();
    }
    rest_ = piece(0);
  }

  /// Fills `into` with the next bytes of the request and says how many they are: fewer than its
  /// size only at the end, 0 afterwards.
  [[nodiscard]] constexpr std::size_t write(std::span<char> into) noexcept {
    std::size_t written = 0;
    for (;;) {
      for (; !rest_.empty(); rest_.remove_prefix(1)) {
        if (written == into.size()) return written;
        into[written++] = rest_.front();
      }
      if (at_ + 1 == pieces()) return written;
      rest_ = piece(++at_);
    }
  }

 private:
  static constexpr std::size_t before_ = 5;  ///< pieces before the headers, each of which has four
  static constexpr std::size_t after_ = 4;

  [[nodiscard]] constexpr std::size_t pieces() const noexcept {
    return before_ + 4 * request_->headers.size() + after_;
  }

  [[nodiscard]] constexpr std::string_view piece(std::size_t i) const noexcept {
    request const& r = *request_;
    switch (i) {
      case 0: return to_string(r.method);
      case 1:
        return r.target.starts_with('/') ? " "
                                         : " /";  // an empty path is sent as "/", section 3.2.1
      case 2: return r.target;
      case 3: return " HTTP/1.1\r\nHost: ";
      case 4: return host_;
      default: break;
    }
    i -= before_;
    if (i < 4 * r.headers.size()) {
      header const& field = r.headers[i / 4];
      switch (i % 4) {
        case 0: return "\r\n";
        case 1: return field.name;
        case 2: return ": ";
        default: return field.value;
      }
    }
    switch (i - 4 * r.headers.size()) {
      case 0: return length_size_ != 0 ? "\r\nContent-Length: " : "";
      case 1: return {length_, length_size_};
      case 2: return "\r\n\r\n";
      default: return r.body;
    }
  }

  request const* request_;
  std::string_view host_;
  std::string_view rest_{};  ///< of the piece at hand
  std::size_t at_ = 0;       ///< which piece that is
  std::size_t length_size_ = 0;
  char length_[20] = {};  ///< the digits of 2^64 - 1
};

}  // namespace medusa::inline v0::ext::http1
