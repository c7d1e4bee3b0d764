// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <type_traits>
#include <utility>

namespace medusa::inline v0 {

/// Marks a value as the error of a `result`, as `std::unexpected` does.
template <class E>
class unexpected {
  static_assert(std::is_object_v<E> && !std::is_array_v<E>, "an error is an object, held by value");

 public:
  template <class G = E>
    requires(!std::same_as<std::remove_cvref_t<G>, unexpected> && std::constructible_from<E, G>)
  constexpr explicit unexpected(G&& error) noexcept(std::is_nothrow_constructible_v<E, G>)
      : error_(std::forward<G>(error)) {}

  [[nodiscard]] constexpr E const& error() const& noexcept { return error_; }
  [[nodiscard]] constexpr E& error() & noexcept { return error_; }
  [[nodiscard]] constexpr E&& error() && noexcept { return std::move(error_); }

  template <class G>
  friend constexpr bool operator==(unexpected const& a, unexpected<G> const& b) {
    return a.error_ == b.error();
  }

 private:
  E error_;
};

template <class E>
unexpected(E) -> unexpected<E>;

namespace detail {
template <class X>
inline constexpr bool is_unexpected = false;
template <class E>
inline constexpr bool is_unexpected<unexpected<E>> = true;
}  // namespace detail

}  // namespace medusa::inline v0
