// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <type_traits>
#include <utility>

#include <medusa/core/unexpected.hpp>

namespace medusa::inline v0 {

template <class T, class E>
class result;

namespace detail {

template <class X>
inline constexpr bool is_result = false;
template <class T, class E>
inline constexpr bool is_result<result<T, E>> = true;

template <class R>
using value_of = decltype(*std::declval<R>());
template <class R>
using error_of = decltype(std::declval<R>().error());

/// What a `Self`, the `result` of a `T`, takes as its value. Not another result for a `bool`: it
/// would convert by whether it has a value.
template <class U, class T, class Self, class Plain = std::remove_cvref_t<U>>
concept value_for =
    !std::same_as<Plain, Self> && !std::same_as<Plain, std::in_place_t> && !is_unexpected<Plain> &&
    !(is_result<Plain> && std::same_as<T, bool>) && std::constructible_from<T, U>;

template <class U, class E>
concept unexpected_for =
    is_unexpected<std::remove_cvref_t<U>> && std::constructible_from<E, error_of<U>>;

/// Another `result`, whose value and error both convert, and that is not taken as the value.
template <class R, class T, class E, class Plain = std::remove_cvref_t<R>>
concept result_for =
    is_result<Plain> && !std::same_as<Plain, result<T, E>> && !value_for<R, T, result<T, E>> &&
    std::constructible_from<T, value_of<R>> && std::constructible_from<E, error_of<R>>;

}  // namespace detail

}  // namespace medusa::inline v0
