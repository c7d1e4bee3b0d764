// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <type_traits>

#include <medusa/core/renew.hpp>

namespace medusa::inline v0 {

/// A list that is read and not kept: each element is given to a function as soon as it is complete,
/// and its memory is used for the next one. A model of `list_storage`.
///
/// `f(T&)` may give `false` when it wants no more; what is not `bool` counts as `true`. It must
/// outlive the list.
template <class T, class F>
class visited_list {
 public:
  using value_type = T;

  constexpr explicit visited_list(F& f) noexcept : visit_(&f) {}

  constexpr void clear() noexcept { size_ = 0; }
  /// The one element there is, fresh.
  [[nodiscard]] constexpr T* try_emplace_back() noexcept { return &detail::renew(item_); }
  constexpr bool take(T& item) {
    ++size_;
    if constexpr (std::is_same_v<std::invoke_result_t<F&, T&>, bool>) return (*visit_)(item);
    (*visit_)(item);
    return true;
  }

  /// How many were given away.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }

 private:
  F* visit_;
  T item_{};
  std::size_t size_ = 0;
};

}  // namespace medusa::inline v0
