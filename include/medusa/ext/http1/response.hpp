// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/slice.hpp>
#include <medusa/http/response.hpp>

namespace medusa::inline v0::ext {

/// Text in memory that may be written to, as `borrowed` storage does to decode escapes in place.
class writable_text {
 public:
  constexpr writable_text() = default;
  constexpr explicit writable_text(std::span<char> text) noexcept : text_(text) {}

  constexpr operator std::string_view() const noexcept { return {text_.data(), text_.size()}; }
  constexpr operator std::span<char>() const noexcept { return text_; }

 private:
  std::span<char> text_{};
};

/// What the server answered: views of the memory of the transport that gave it. All of it is good
/// until that transport sends again, is moved, or is gone.
class http1_response {
 public:
  constexpr http1_response() = default;
  /// `head` is lines of `name:value`, each ended by one newline.
  constexpr http1_response(int status, std::string_view head, std::span<char> body) noexcept
      : head_(head), body_(body), status_(status) {}

  /// Of the final response: 200 to 999.
  [[nodiscard]] constexpr int status() const noexcept { return status_; }
  /// Whole and without chunks.
  [[nodiscard]] constexpr writable_text body() const noexcept { return writable_text(body_); }
  /// The n-th header of that name (from 0), whatever its case; trailers are not among them.
  /// O(head).
  [[nodiscard]] constexpr std::optional<std::string_view> header(std::string_view name,
                                                                 std::size_t n = 0) const noexcept {
    std::size_t before = 0;
    for (std::string_view rest = head_; !rest.empty();) {
      std::string_view const line = slice(rest, 0, rest.find('\n'));
      rest.remove_prefix(line.size() + 1);
      std::size_t const colon = line.find(':');
      if (ascii::iequals(slice(line, 0, colon), name) && before++ == n)
        return ascii::trim(slice(line, colon + 1));
    }
    return std::nullopt;
  }

 private:
  std::string_view head_{};
  std::span<char> body_{};
  int status_ = 0;
};

}  // namespace medusa::inline v0::ext

/// The transport keeps the body, until it sends again.
template <>
inline constexpr bool medusa::enable_borrowed_response<medusa::ext::http1_response> = true;
