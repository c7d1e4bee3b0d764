// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace medusa::inline v0::detail {

inline void overwrite(char* data, std::size_t size) noexcept {
#if defined(__GNUC__)
  std::char_traits<char>::assign(data, size, '\0');
  // For all the optimizer knows this reads the bytes, so that they have to be written even when
  // their memory is given back next.
  __asm__ __volatile__("" : : "r"(data) : "memory");
#else
  for (char volatile* at = data; size != 0; --size) *at++ = '\0';
#endif
}

/// Overwrites memory that held a secret. Nothing is done in constant evaluation, whose memory nobody
/// can read afterwards. O(size).
constexpr void wipe(char* data, std::size_t size) noexcept {
  if (!std::is_constant_evaluated() && size != 0) overwrite(data, size);
}

/// Overwrites a text, with what a longer one has left behind it, and empties it.
template <class Text>
constexpr void wipe_text(Text& text) noexcept {
  if constexpr (requires { text.capacity(); }) static_cast<void>(text.resize(text.capacity()));
  wipe(text.data(), std::string_view(text).size());
  static_cast<void>(text.resize(0));
}

}  // namespace medusa::inline v0::detail
