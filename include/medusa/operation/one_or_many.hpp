// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <optional>
#include <span>
#include <type_traits>

namespace medusa::inline v0 {

/// A filter that takes one value or a list of them. The list is viewed, so only an lvalue container
/// (or a span) is taken: a temporary one would be gone.
template <class T>
class one_or_many {
 public:
  constexpr one_or_many() = default;

  /// A null `char const*` is no text; it counts as a list of nothing, which is refused on encoding.
  template <std::convertible_to<T> U>
  constexpr one_or_many(U const& value) : one_(read(value)) {
    if (!one_) many_.emplace();
  }

  template <class Range>
    requires(!std::convertible_to<Range const&, T> &&
             std::convertible_to<Range const&, std::span<T const>>)
  constexpr one_or_many(Range const& values) noexcept : many_(std::span<T const>(values)) {}
  template <class Range>
    requires(!std::convertible_to<Range const&, T> &&
             std::convertible_to<Range const&, std::span<T const>> &&
             !std::same_as<Range, std::span<T const>> && !std::same_as<Range, std::span<T>>)
  one_or_many(Range const&& values) = delete;

  [[nodiscard]] constexpr bool is_absent() const noexcept { return !one_ && !many_; }
  /// The one value, or all of the list. Views what the filter views, and the filter.
  [[nodiscard]] constexpr std::span<T const> values() const noexcept {
    if (one_) return {&*one_, 1};
    return many_.value_or(std::span<T const>());
  }
  [[nodiscard]] constexpr std::optional<T> const& one() const noexcept { return one_; }
  [[nodiscard]] constexpr std::optional<std::span<T const>> const& many() const noexcept {
    return many_;
  }

 private:
  // Not assigned in the constructor's body: g++ 12 takes that for a change of a const object, when
  // an operation in constant evaluation is one.
  template <class U>
  static constexpr std::optional<T> read(U const& value) {
    if constexpr (std::is_pointer_v<U>)
      if (value == nullptr) return std::nullopt;
    return T(value);
  }

  std::optional<T> one_{};
  std::optional<std::span<T const>> many_{};
};

}  // namespace medusa::inline v0
