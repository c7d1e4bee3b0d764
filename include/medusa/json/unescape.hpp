// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

#include <medusa/json/escape.hpp>
#include <medusa/json/text.hpp>

namespace medusa::json {

/// Bytes of the decoded text. Precondition: a reader has checked it.
[[nodiscard]] constexpr std::size_t unescaped_size(text t) noexcept {
  if (!t.escaped) return t.chars.size();
  char const* at = t.chars.data();
  char const* const end = at + t.chars.size();
  std::size_t size = t.chars.size();
  for (;;) {
    while (at != end && *at != '\\') ++at;
    if (at == end) return size;
    auto const character = detail::decode_escape(at);
    at += character.length;
    size -= character.length - character.size;
  }
}

/// Writes the decoded text to `out`, `unescaped_size(t)` bytes and no terminator, and returns how many.
/// `out` may be where `t` itself begins: no escape is shorter than what it stands for, so writing never
/// overtakes reading. Any other overlap is not allowed. Precondition: a reader has checked `t`.
constexpr std::size_t unescape(text t, char* out) noexcept {
  char const* at = t.chars.data();
  char const* const end = at + t.chars.size();
  std::size_t size = 0;
  if (!t.escaped) {
    if (std::is_constant_evaluated())
      while (at != end) out[size++] = *at++;
    else
      std::char_traits<char>::move(out, at, t.chars.size());
    return t.chars.size();
  }
  for (;;) {
    while (at != end && *at != '\\') out[size++] = *at++;
    if (at == end) return size;
    auto const character = detail::decode_escape(at);
    for (std::size_t i = 0; i < character.size; ++i) out[size++] = character.bytes[i];
    at += character.length;
  }
}

}  // namespace medusa::json
