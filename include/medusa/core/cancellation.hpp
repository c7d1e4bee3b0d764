// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>

namespace medusa::inline v0 {

namespace detail {
/// `std::atomic<bool>` and what loads like it; its header is the user's to include.
template <class Flag>
concept loadable_flag = requires(Flag const& flag) {
  { flag.load() } -> std::convertible_to<bool>;
};
}  // namespace detail

/// Looks at a flag that the caller owns and may set at any time to give up a call. The flag must
/// live until the call has ended. Take a `std::atomic<bool>` when another thread or an interrupt
/// sets it; a plain `bool` serves one thread and constant evaluation.
class cancellation {
 public:
  constexpr cancellation() = default;
  constexpr cancellation(bool const* flag) noexcept : plain_(flag) {}

  template <detail::loadable_flag Flag>
  constexpr cancellation(Flag const* flag) noexcept
      : object_(flag), load_([](void const* f) {
          return static_cast<bool>(static_cast<Flag const*>(f)->load());
        }) {}

  /// True when there is a flag to look at.
  [[nodiscard]] constexpr bool possible() const noexcept {
    return plain_ != nullptr || object_ != nullptr;
  }

  [[nodiscard]] constexpr bool requested() const noexcept {
    if (plain_ != nullptr) return *plain_;
    return object_ != nullptr && load_(object_);
  }

 private:
  bool const* plain_ = nullptr;
  void const* object_ = nullptr;
  bool (*load_)(void const*) = nullptr;
};

}  // namespace medusa::inline v0
