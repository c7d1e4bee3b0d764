// SPDX-License-Identifier: MIT
#pragma once

#include <type_traits>

namespace medusa::inline v0::detail {

template <class T>
[[nodiscard]] T as_new_at_run_time() noexcept(std::is_nothrow_default_constructible_v<T>) {
  return T{};
}

/// `T{}` for what is large. (g++ takes that for a constant where it can, and fills all of the
/// memory with zeros, parts that are not made at all included. What comes from a function that is
/// no constant expression is made member by member.)
template <class T>
[[nodiscard]] constexpr T as_new() noexcept(std::is_nothrow_default_constructible_v<T>) {
  if (std::is_constant_evaluated()) return T{};
  return as_new_at_run_time<T>();
}

}  // namespace medusa::inline v0::detail
