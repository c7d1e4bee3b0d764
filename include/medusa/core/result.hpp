// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <optional>  // brings std::construct_at without the weight of <memory>
#include <type_traits>
#include <utility>

#include <medusa/core/invoke.hpp>
#include <medusa/core/renew.hpp>
#include <medusa/core/result_conversion.hpp>
#include <medusa/core/unexpected.hpp>

namespace medusa::inline v0 {

/// A value or an error, with the interface of `std::expected` in every standard mode.
///
/// It is ours in C++23 as well: a type that changes between C++20 and C++23 translation units would
/// break programs that mix them. `value()` is left out, since nothing of ours throws: test, then
/// dereference. Dereferencing an error, or asking a value for its error, is undefined behaviour.
/// Assignment and `emplace` need constructors that cannot throw, so that a result is never empty.
template <class T, class E>
class [[nodiscard]] result {
  static_assert(std::is_object_v<T> && !std::is_array_v<T>, "for no value, use an empty struct");

 public:
  using value_type = T;
  using error_type = E;
  using unexpected_type = unexpected<E>;

  constexpr result()
    requires std::default_initializable<T>
      : nothing_(), has_value_(true) {
    detail::make_new(value_);
  }
  template <class U = T>
    requires detail::value_for<U, T, result>
  constexpr explicit(!std::convertible_to<U, T>) result(U&& value)
      : value_(std::forward<U>(value)), has_value_(true) {}
  template <class... Args>
    requires std::constructible_from<T, Args...>
  constexpr explicit result(std::in_place_t, Args&&... args)
      : value_(std::forward<Args>(args)...), has_value_(true) {}

  template <class U>
    requires detail::unexpected_for<U, E>
  constexpr explicit(!std::convertible_to<detail::error_of<U>, E>) result(U&& error)
      : error_(std::forward<U>(error).error()), has_value_(false) {}

  template <class R>
    requires detail::result_for<R, T, E>
  constexpr explicit(!std::convertible_to<detail::value_of<R>, T> ||
                     !std::convertible_to<detail::error_of<R>, E>) result(R&& other)
      : nothing_() {
    take(std::forward<R>(other));
  }
  constexpr result(result const& other)
    requires std::is_copy_constructible_v<T> && std::is_copy_constructible_v<E>
      : nothing_() {
    take(other);
  }
  constexpr result(result&& other) noexcept(std::is_nothrow_move_constructible_v<T> &&
                                            std::is_nothrow_move_constructible_v<E>)
    requires std::is_move_constructible_v<T> && std::is_move_constructible_v<E>
      : nothing_() {
    take(std::move(other));
  }
  // Not by value: g++ 12 fails in constant evaluation when a type that holds std::string is passed
  // so.
  constexpr result& operator=(result&& other) noexcept
    requires std::is_nothrow_move_constructible_v<T> && std::is_nothrow_move_constructible_v<E>
  {
    if (this == &other) return *this;
    destroy();
    take(std::move(other));
    return *this;
  }
  constexpr result& operator=(result const& other)
    requires std::is_nothrow_move_constructible_v<T> && std::is_nothrow_move_constructible_v<E> &&
             std::is_copy_constructible_v<T> && std::is_copy_constructible_v<E>
  {
    return *this = result(other);  // a copy that throws leaves this one as it was
  }
  /// Puts a value made from `args` in place of what was held. `args` must not refer into it.
  template <class... Args>
    requires std::is_nothrow_constructible_v<T, Args...>
  constexpr T& emplace(Args&&... args) noexcept {
    destroy();
    has_value_ = true;
    return *std::construct_at(std::addressof(value_), std::forward<Args>(args)...);
  }
  /// Puts an error made from `args` in place of what was held. `args` must not refer into it.
  template <class... Args>
    requires std::is_nothrow_constructible_v<E, Args...>
  constexpr E& emplace_error(Args&&... args) noexcept {
    destroy();
    has_value_ = false;
    return *std::construct_at(std::addressof(error_), std::forward<Args>(args)...);
  }
  constexpr ~result() { destroy(); }

  [[nodiscard]] constexpr bool has_value() const noexcept { return has_value_; }
  constexpr explicit operator bool() const noexcept { return has_value_; }

  [[nodiscard]] constexpr T& operator*() & noexcept { return value_; }
  [[nodiscard]] constexpr T const& operator*() const& noexcept { return value_; }
  [[nodiscard]] constexpr T&& operator*() && noexcept { return std::move(value_); }
  [[nodiscard]] constexpr T* operator->() noexcept { return std::addressof(value_); }
  [[nodiscard]] constexpr T const* operator->() const noexcept { return std::addressof(value_); }
  [[nodiscard]] constexpr E& error() & noexcept { return error_; }
  [[nodiscard]] constexpr E const& error() const& noexcept { return error_; }
  [[nodiscard]] constexpr E&& error() && noexcept { return std::move(error_); }

  // No conditional expressions: g++ 12 destroys their temporaries twice in constant evaluation.
  template <class U>
  [[nodiscard]] constexpr T value_or(U&& other) const& {
    if (has_value_) return value_;
    return static_cast<T>(std::forward<U>(other));
  }
  template <class U>
  [[nodiscard]] constexpr T value_or(U&& other) && {
    if (has_value_) return std::move(value_);
    return static_cast<T>(std::forward<U>(other));
  }
  template <class G>
  [[nodiscard]] constexpr E error_or(G&& other) const& {
    if (!has_value_) return error_;
    return static_cast<E>(std::forward<G>(other));
  }
  template <class G>
  [[nodiscard]] constexpr E error_or(G&& other) && {
    if (!has_value_) return std::move(error_);
    return static_cast<E>(std::forward<G>(other));
  }

  /// Calls `f(value)`, which gives a `result` with the same error type; an error is passed on.
  template <class F>
  constexpr auto and_then(F&& f) const& -> detail::invoked<F, T const&> {
    if (has_value_) return detail::invoke(std::forward<F>(f), value_);
    return unexpected<E>(error_);
  }
  template <class F>
  constexpr auto and_then(F&& f) && -> detail::invoked<F, T> {
    if (has_value_) return detail::invoke(std::forward<F>(f), std::move(value_));
    return unexpected<E>(std::move(error_));
  }

  /// Calls `f(error)`, which gives a `result` with the same value type; a value is passed on.
  template <class F>
  constexpr auto or_else(F&& f) const& -> detail::invoked<F, E const&> {
    if (has_value_) return detail::invoked<F, E const&>(std::in_place, value_);
    return detail::invoke(std::forward<F>(f), error_);
  }
  template <class F>
  constexpr auto or_else(F&& f) && -> detail::invoked<F, E> {
    if (has_value_) return detail::invoked<F, E>(std::in_place, std::move(value_));
    return detail::invoke(std::forward<F>(f), std::move(error_));
  }

  /// Replaces the value by `f(value)`; an error is passed on.
  template <class F>
  constexpr auto transform(F&& f) const& -> result<detail::invoked<F, T const&>, E> {
    using to = result<detail::invoked<F, T const&>, E>;
    if (has_value_) return to(std::in_place, detail::invoke(std::forward<F>(f), value_));
    return unexpected<E>(error_);
  }
  template <class F>
  constexpr auto transform(F&& f) && -> result<detail::invoked<F, T>, E> {
    using to = result<detail::invoked<F, T>, E>;
    if (has_value_) return to(std::in_place, detail::invoke(std::forward<F>(f), std::move(value_)));
    return unexpected<E>(std::move(error_));
  }

  /// Replaces the error by `f(error)`; a value is passed on.
  template <class F>
  constexpr auto transform_error(F&& f) const& -> result<T, detail::invoked<F, E const&>> {
    if (has_value_) return result<T, detail::invoked<F, E const&>>(std::in_place, value_);
    return unexpected<detail::invoked<F, E const&>>(detail::invoke(std::forward<F>(f), error_));
  }
  template <class F>
  constexpr auto transform_error(F&& f) && -> result<T, detail::invoked<F, E>> {
    if (has_value_) return result<T, detail::invoked<F, E>>(std::in_place, std::move(value_));
    return unexpected<detail::invoked<F, E>>(detail::invoke(std::forward<F>(f), std::move(error_)));
  }

  friend constexpr bool operator==(result const& a, result const& b)
    requires std::equality_comparable<T> && std::equality_comparable<E>
  {
    if (a.has_value_ != b.has_value_) return false;
    return a.has_value_ ? a.value_ == b.value_ : a.error_ == b.error_;
  }
  template <class G>
  friend constexpr bool operator==(result const& a, unexpected<G> const& b) {
    return !a.has_value_ && a.error_ == b.error();
  }

 private:
  template <class R>
  constexpr void take(R&& other) {
    has_value_ = other.has_value();
    if (has_value_) std::construct_at(std::addressof(value_), *std::forward<R>(other));
    else std::construct_at(std::addressof(error_), std::forward<R>(other).error());
  }
  constexpr void destroy() {
    if (has_value_) std::destroy_at(std::addressof(value_));
    else std::destroy_at(std::addressof(error_));
  }

  union {
    char nothing_;
    T value_;
    E error_;
  };
  bool has_value_;
};

}  // namespace medusa::inline v0
