// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace medusa::inline v0 {

namespace detail {
template <class U, class T>
concept field_source =
    std::convertible_to<U, T> && !std::same_as<std::remove_cvref_t<U>, std::nullptr_t>;
template <class T>
inline constexpr bool is_field = false;

enum class field_state : std::uint8_t { absent, null, value, invalid };
struct usual_value;
}  // namespace detail

class decoder;

/// A member of an object that may be absent, null, or have a value: three different things to an
/// update, and to a reader of an answer that leaves members out. Tested and dereferenced like
/// `std::optional`; dereferencing what has no value is undefined behaviour.
template <class T>
class field {
 public:
  using value_type = T;

  // Not defaulted: see static_string.
  constexpr field() noexcept(std::is_nothrow_default_constructible_v<T>) {}

  /// Null, and only from `nullptr` itself: `0` and `NULL` are numbers.
  template <std::same_as<std::nullptr_t> Null>
  constexpr field(Null) noexcept : state_(detail::field_state::null) {}

  /// A value. A null `char const*` is no text: the field becomes `is_invalid()` and is refused on
  /// encoding.
  template <detail::field_source<T> U>
    requires(!std::same_as<std::remove_cvref_t<U>, field>)
  constexpr field(U&& value) : state_(state_of(value)), value_(read(std::forward<U>(value))) {}

  [[nodiscard]] constexpr bool has_value() const noexcept {
    return state_ == detail::field_state::value;
  }
  constexpr explicit operator bool() const noexcept { return has_value(); }
  [[nodiscard]] constexpr bool is_null() const noexcept {
    return state_ == detail::field_state::null;
  }
  [[nodiscard]] constexpr bool is_absent() const noexcept {
    return state_ == detail::field_state::absent;
  }
  [[nodiscard]] constexpr bool is_invalid() const noexcept {
    return state_ == detail::field_state::invalid;
  }

  [[nodiscard]] constexpr detail::field_state state() const noexcept { return state_; }

  [[nodiscard]] constexpr T& operator*() & noexcept { return value_; }
  [[nodiscard]] constexpr T const& operator*() const& noexcept { return value_; }
  [[nodiscard]] constexpr T&& operator*() && noexcept { return std::move(value_); }
  [[nodiscard]] constexpr T* operator->() noexcept { return &value_; }
  [[nodiscard]] constexpr T const* operator->() const noexcept { return &value_; }

  template <class U>
  [[nodiscard]] constexpr T value_or(U&& other) const {
    return has_value() ? value_ : static_cast<T>(std::forward<U>(other));
  }

  /// Makes it a value and gives it to be filled.
  constexpr T& emplace() {
    state_ = detail::field_state::value;
    return value_ = T();
  }

  friend constexpr bool operator==(field const& a, field const& b)
    requires std::equality_comparable<T>
  {
    return a.state_ == b.state_ && (!a.has_value() || a.value_ == b.value_);
  }
  template <std::same_as<std::nullptr_t> Null>
  friend constexpr bool operator==(field const& a, Null) noexcept {
    return a.is_null();
  }

 private:
  friend decoder;  // fills it
  friend detail::usual_value;

  template <class U>
  static constexpr detail::field_state state_of(U const& value) noexcept {
    if constexpr (std::is_pointer_v<U>)
      if (value == nullptr) return detail::field_state::invalid;
    return detail::field_state::value;
  }
  // Not assigned in the constructor's body: g++ 12 takes that for a change of a const object, when
  // an operation in constant evaluation is one.
  template <class U>
  static constexpr T read(U&& value) {
    if constexpr (std::is_pointer_v<std::remove_cvref_t<U>>)
      if (value == nullptr) return T();
    return T(std::forward<U>(value));
  }

  detail::field_state state_ = detail::field_state::absent;
  T value_{};
};

namespace detail {
template <class T>
inline constexpr bool is_field<field<T>> = true;
template <class T, class U>
concept comparable_value =
    !is_field<U> && !std::same_as<U, std::nullptr_t> && requires(T const& a, U const& b) {
      { a == b } -> std::convertible_to<bool>;
    };
}  // namespace detail

/// A field equals what its value equals; one without a value equals nothing.
template <class T, class U>
  requires detail::comparable_value<T, U>
constexpr bool operator==(field<T> const& a, U const& b) {
  return a.has_value() && *a == b;
}

}  // namespace medusa::inline v0
