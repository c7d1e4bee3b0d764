// SPDX-License-Identifier: MIT
#pragma once

namespace medusa::inline v0::detail {

/// A pointer whose type only those know who made it, so that a program has the code that passes it
/// on once and not for each type. (`void*` would do, but not in constant evaluation.)
struct erased {};

template <class T>
struct erased_pointer : erased {
  constexpr explicit erased_pointer(T& object) noexcept : object_(&object) {}
  T* object_;
};

/// What it points at. It was made from a `T`.
template <class T>
[[nodiscard]] constexpr T& unerase(erased const& pointer) noexcept {
  return *static_cast<erased_pointer<T> const&>(pointer).object_;
}

}  // namespace medusa::inline v0::detail
