// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include <medusa/core/hot.hpp>
#include <medusa/core/same_bytes.hpp>
#include <medusa/json/escape.hpp>

namespace medusa::inline v0::json {

/// A JSON string as it stands in its document, without its quotes, checked by the reader that gave
/// it. Views what the reader says it views; owns nothing.
struct text {
  std::string_view chars{};  ///< UTF-8
  bool escaped = false;      ///< `chars` still holds backslash escapes, see `unescape`
};

namespace detail {

[[nodiscard]] constexpr bool equals_unescaped(std::string_view escaped,
                                              std::string_view b) noexcept {
  char const* at = escaped.data();
  char const* const end = at + escaped.size();
  std::size_t matched = 0;
  while (at != end) {
    char bytes[4];
    std::size_t const size = take_unescaped(at, end, bytes);
    for (std::size_t i = 0; i < size; ++i, ++matched)
      if (matched == b.size() || b[matched] != bytes[i]) return false;
  }
  return matched == b.size();
}

}  // namespace detail

/// Compares the text that is meant, escapes decoded, without a buffer.
[[nodiscard]] MEDUSA_HOT constexpr bool operator==(text const& a,
                                                   std::string_view const& b) noexcept {
  if (a.escaped) return detail::equals_unescaped(a.chars, b);
  return a.chars.size() == b.size() &&
         medusa::detail::same_bytes(a.chars.data(), b.data(), b.size());
}

}  // namespace medusa::inline v0::json
