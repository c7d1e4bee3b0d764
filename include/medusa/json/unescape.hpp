// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

#include <medusa/json/escape.hpp>
#include <medusa/json/text.hpp>

namespace medusa::json {

/// Bytes of the decoded text. Precondition: a reader has checked it. O(text) when it has escapes.
[[nodiscard]] constexpr std::size_t unescaped_size(text t) noexcept {
  std::size_t size = t.chars.size();
  if (!t.escaped) return size;
  char const* at = t.chars.data();
  char const* const end = at + size;
  while (at != end) {
    if (*at != '\\') {
      ++at;
      continue;
    }
    char bytes[4]{};
    detail::escape const e = detail::read_escape(at, end);
    size -= e.length - detail::encode_utf8(e.code, bytes);
    at += e.length;
  }
  return size;
}

/// Writes the decoded text to `out`, `unescaped_size(t)` bytes and no terminator, and returns how many.
/// `out` may be where `t` itself begins: no escape is shorter than what it stands for, so writing never
/// overtakes reading. Any other overlap is not allowed. Precondition: a reader has checked `t`.
constexpr std::size_t unescape(text t, char* out) noexcept {
  if (!t.escaped && !std::is_constant_evaluated()) {
    std::char_traits<char>::move(out, t.chars.data(), t.chars.size());
    return t.chars.size();
  }
  char const* at = t.chars.data();
  char const* const end = at + t.chars.size();
  std::size_t size = 0;
  while (at != end) {
    if (*at != '\\' || !t.escaped) {
      out[size++] = *at++;
      continue;
    }
    detail::escape const e = detail::read_escape(at, end);
    size += detail::encode_utf8(e.code, out + size);
    at += e.length;
  }
  return size;
}

}  // namespace medusa::json
