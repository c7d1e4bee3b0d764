// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>  // brings std::construct_at without the weight of <memory>
#include <type_traits>

#include <medusa/core/renew.hpp>

namespace medusa::inline v0 {

namespace detail {
/// The elements of a `static_vector`.
template <class T, std::size_t N>
struct static_items {
  struct array {
    T items[N] = {};
  } all{};
};
/// Those of a type without destructor begin to exist when they are added, which spares a list the
/// time to fill all of its memory. In constant evaluation they are there from the start.
///
/// The name for a single one, for nobody to use, tells g++ 12 that there are `T`s in here. From the
/// array alone it does not learn that once `T` has a `char` array in it and an alias was what named
/// the list first; it then takes the members of what was copied over for unchanged.
template <class T, std::size_t N>
  requires std::is_trivially_copyable_v<T>
struct static_items<T, N> {
  constexpr static_items() noexcept : none() {
    if (std::is_constant_evaluated()) std::construct_at(&all);
  }
  struct array {
    T items[N] = {};
  };
  union {
    array all;
    T item;
    char none;
  };
};
}  // namespace detail

/// At most `N` elements inside the object itself. `T` must be default-constructible; one too many
/// is refused.
template <class T, std::size_t N>
class static_vector {
 public:
  using value_type = T;

  constexpr static_vector() noexcept(std::is_nothrow_default_constructible_v<T>) {
  }  // not defaulted: see static_string

  /// Adds a fresh element and points at it; null when `N` are there already.
  [[nodiscard]] constexpr T* try_emplace_back() noexcept {
    if (size_ == N) return nullptr;
    return &detail::renew(items_.all.items[size_++]);
  }

  constexpr void clear() noexcept { size_ = 0; }

  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] static constexpr std::size_t capacity() noexcept { return N; }
  [[nodiscard]] constexpr T* data() noexcept { return items_.all.items; }
  [[nodiscard]] constexpr T const* data() const noexcept { return items_.all.items; }
  [[nodiscard]] constexpr T& operator[](std::size_t i) noexcept { return items_.all.items[i]; }
  [[nodiscard]] constexpr T const& operator[](std::size_t i) const noexcept {
    return items_.all.items[i];
  }
  [[nodiscard]] constexpr T& front() noexcept { return items_.all.items[0]; }
  [[nodiscard]] constexpr T const& front() const noexcept { return items_.all.items[0]; }
  [[nodiscard]] constexpr T& back() noexcept { return items_.all.items[size_ - 1]; }
  [[nodiscard]] constexpr T const& back() const noexcept { return items_.all.items[size_ - 1]; }
  [[nodiscard]] constexpr T* begin() noexcept { return items_.all.items; }
  [[nodiscard]] constexpr T* end() noexcept { return items_.all.items + size_; }
  [[nodiscard]] constexpr T const* begin() const noexcept { return items_.all.items; }
  [[nodiscard]] constexpr T const* end() const noexcept { return items_.all.items + size_; }

 private:
  detail::static_items<T, N == 0 ? 1 : N> items_;
  std::size_t size_ = 0;
};

}  // namespace medusa::inline v0
