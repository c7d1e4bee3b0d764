// SPDX-License-Identifier: MIT
#pragma once

#include <optional>  // brings std::construct_at without the weight of <memory>
#include <type_traits>

namespace medusa::inline v0::detail {

/// Makes an object as new, in place: an assigned `T()` could be a large temporary on the stack.
template <class T>
constexpr T& renew(T& object) noexcept(std::is_nothrow_default_constructible_v<T>) {
  T* const at = std::addressof(object);
  std::destroy_at(at);
  if (std::is_constant_evaluated()) return *std::construct_at(at);
  return *::new (static_cast<void*>(at))
      T{};  // which, unlike `T()`, does not fill an aggregate with zeros first
}

}  // namespace medusa::inline v0::detail
