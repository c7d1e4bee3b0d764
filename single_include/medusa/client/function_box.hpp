// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>

// medusa/client/function_box.hpp

namespace medusa::inline v0::detail {

/// Room for one function object of up to `Size` bytes, whose type only those know who put it there.
/// (In constant evaluation, where bytes are no room, it comes from `new`.)
template <std::size_t Size>
class function_box {
 public:
  constexpr function_box() noexcept = default;
  function_box(function_box const&) = delete;
  function_box& operator=(function_box const&) = delete;

  template <class F>
  static constexpr bool fits = sizeof(F) <= Size && alignof(F) <= alignof(std::max_align_t);

  /// It must be empty, and emptied by `take` before it goes.
  template <class F>
  constexpr void put(F&& function) {
    using type = held<std::decay_t<F>>;
    if (std::is_constant_evaluated()) held_ = new type(std::forward<F>(function));
    else held_ = std::construct_at(reinterpret_cast<type*>(bytes_), std::forward<F>(function));
  }

  /// What was put there as an `F`.
  template <class F>
  [[nodiscard]] constexpr F take() {
    auto& found = static_cast<held<F>&>(*std::exchange(held_, nullptr));
    F function(std::move(found.function));
    if (std::is_constant_evaluated()) delete &found;
    else std::destroy_at(&found);
    return function;
  }

 private:
  struct anything {};
  template <class F>
  struct held : anything {
    template <class G>
      requires(!std::is_same_v<std::remove_cvref_t<G>, held>)
    constexpr explicit held(G&& f) : function(std::forward<G>(f)) {}
    F function;
  };

  alignas(std::max_align_t) unsigned char bytes_[Size];
  anything* held_ = nullptr;
};

}  // namespace medusa::inline v0::detail
