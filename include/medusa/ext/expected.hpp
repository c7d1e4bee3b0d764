// SPDX-License-Identifier: MIT
#pragma once

#include <type_traits>
#include <utility>
#include <version>

#include <medusa/core/result.hpp>
#include <medusa/core/unexpected.hpp>

#ifdef __cpp_lib_expected

#include <expected>

namespace medusa::inline v0::ext {

/// A `result` as `std::expected`, where the standard library has it (`__cpp_lib_expected`).
/// `result` itself is the same type in every standard mode.
template <class T, class E>
[[nodiscard]] constexpr std::expected<T, E> to_expected(result<T, E>&& r) {
  if (r) return std::expected<T, E>(std::in_place, *std::move(r));
  return std::expected<T, E>(std::unexpect, std::move(r).error());
}
template <class T, class E>
[[nodiscard]] constexpr std::expected<T, E> to_expected(result<T, E> const& r) {
  if (r) return std::expected<T, E>(std::in_place, *r);
  return std::expected<T, E>(std::unexpect, r.error());
}

/// And back. There is none for `void`: a result always has a value.
template <class T, class E>
  requires(!std::is_void_v<T>)
[[nodiscard]] constexpr result<T, E> from_expected(std::expected<T, E>&& e) {
  if (e) return result<T, E>(std::in_place, *std::move(e));
  return unexpected<E>(std::move(e).error());
}
template <class T, class E>
  requires(!std::is_void_v<T>)
[[nodiscard]] constexpr result<T, E> from_expected(std::expected<T, E> const& e) {
  if (e) return result<T, E>(std::in_place, *e);
  return unexpected<E>(e.error());
}

}  // namespace medusa::inline v0::ext

#endif
