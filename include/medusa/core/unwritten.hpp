// SPDX-License-Identifier: MIT
#pragma once

#include <type_traits>

namespace medusa::inline v0::detail {

/// Leaves memory as it is, in a constructor: what is in it is written before anybody reads it, or is
/// copied and never read. In constant evaluation it is filled with zeros, in one step, since there
/// no byte is copied that was never written.
template <class T>
constexpr void leave_unwritten([[maybe_unused]] T& memory) noexcept {
  if (std::is_constant_evaluated()) memory = {};
#if defined(__GNUC__) && !defined(__clang__)
  // Or it warns where the memory is copied. (MemorySanitizer, which clang has, would take it for
  // written.)
  else __asm__("" : "=m"(memory));
#endif
}

}  // namespace medusa::inline v0::detail
