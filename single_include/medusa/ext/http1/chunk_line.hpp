// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../../medusa.hpp"
#include "error.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

// medusa/ext/http1/chunk_line.hpp

namespace medusa::inline v0::ext::http1 {

/// Reads the line before a chunk, byte by byte and without its end: `1*HEXDIG [ chunk-ext ]` (RFC
/// 9112 section 7.1). Extensions are skipped, as section 7.1.1 demands of those that are not known.
class chunk_line {
 public:
  /// Errors: `bad_chunk`; `body_too_large` when the size is no `std::size_t` (section 7.1 warns of
  /// it).
  [[nodiscard]] constexpr http1_errc take(char c) noexcept {
    bool const blank = c == ' ' || c == '\t';
    int const digit = medusa::detail::hex_digit(c);
    if (at_ == part::extension) return http1_errc::none;
    if (digit >= 0 && at_ <= part::size) {
      if (size_ > std::numeric_limits<std::size_t>::max() >> 4) return http1_errc::body_too_large;
      size_ = size_ << 4 | static_cast<std::size_t>(digit);
      at_ = part::size;
    } else if (at_ != part::begin && (blank || c == ';')) {
      at_ = blank ? part::blank : part::extension;
    } else {
      return http1_errc::bad_chunk;
    }
    return http1_errc::none;
  }

  /// The size, when the line is over; nothing when it has none, or ends with a blank.
  [[nodiscard]] constexpr std::optional<std::size_t> size() const noexcept {
    if (at_ == part::begin || at_ == part::blank) return std::nullopt;
    return size_;
  }

 private:
  enum class part : std::uint8_t { begin, size, blank, extension };

  std::size_t size_ = 0;
  part at_ = part::begin;
};

}  // namespace medusa::inline v0::ext::http1
