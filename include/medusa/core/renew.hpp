// SPDX-License-Identifier: MIT
#pragma once

#include <optional>  // brings std::construct_at without the weight of <memory>
#include <type_traits>

#include <medusa/core/as_new.hpp>

namespace medusa::inline v0::detail {

/// Makes an object where none is. (In constant evaluation g++ 12 loses track of a `std::string` that
/// a function gives, so there it is made in its place.)
template <class T>
constexpr T& make_new(T& object) noexcept(std::is_nothrow_default_constructible_v<T>) {
  T* const at = std::addressof(object);
  if (std::is_constant_evaluated()) return *std::construct_at(at);
  return *::new (static_cast<void*>(at)) T(as_new_at_run_time<T>());
}

/// Makes an object as new, in place: an assigned `T()` could be a large temporary on the stack.
template <class T>
constexpr T& renew(T& object) noexcept(std::is_nothrow_default_constructible_v<T>) {
  std::destroy_at(std::addressof(object));
  return make_new(object);
}

}  // namespace medusa::inline v0::detail
