// SPDX-License-Identifier: MIT
#pragma once

#include <type_traits>
#include <utility>

namespace medusa::inline v0::detail {

/// `std::invoke` with one argument, without the weight of `<functional>`: a function object, or a
/// pointer to a member of the argument (not of what a pointer points at).
template <class F, class A>
constexpr std::invoke_result_t<F, A> invoke(F&& f, A&& a) {
  using plain = std::remove_cvref_t<F>;
  if constexpr (std::is_member_object_pointer_v<plain>) return std::forward<A>(a).*f;
  else if constexpr (std::is_member_pointer_v<plain>) return (std::forward<A>(a).*f)();
  else return std::forward<F>(f)(std::forward<A>(a));
}

/// What it gives, as a value.
template <class F, class A>
using invoked = std::remove_cvref_t<std::invoke_result_t<F, A>>;

}  // namespace medusa::inline v0::detail
