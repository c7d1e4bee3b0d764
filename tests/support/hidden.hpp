// SPDX-License-Identifier: MIT
#pragma once

#include <type_traits>

namespace support {

namespace detail {
inline void not_in_constant_evaluation() {}
}  // namespace detail

/// What it is given, unknown to the compiler. Clang works out a condition of constants beforehand,
/// without optimisation, too: `if (f(1) != 2)` is then never executed, and a body that a test has
/// for run time and compile time is tested at compile time alone.
template <class T>
[[nodiscard]] constexpr T hidden(T value) {
  if (!std::is_constant_evaluated()) detail::not_in_constant_evaluation();
  return value;
}

}  // namespace support
