// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include <medusa/core/result.hpp>

namespace medusa::inline v0::detail {

/// Where a failure goes when there is one: it is large on bounded storage, so it is made where the
/// caller wants to have it. (A table of one function, by hand: a virtual one would bring
/// `__cxa_pure_virtual`.)
template <class Failure>
struct failure_slot {
  Failure& (*make)(failure_slot&);
  Failure* made = nullptr;  ///< the failure; null as long as there is none
  /// A fresh failure, in place of the one before.
  constexpr Failure& emplace() {
    made = &make(*this);
    return *made;
  }
};

template <class Failure>
struct optional_slot : failure_slot<Failure> {
  constexpr explicit optional_slot(std::optional<Failure>& to)
      : failure_slot<Failure>{[](failure_slot<Failure>& self) -> Failure& {
          return static_cast<optional_slot&>(self).to_->emplace();
        }},
        to_(&to) {}
  std::optional<Failure>* to_;
};

/// Replaces the value of a result.
template <class T, class Failure>
struct result_slot : failure_slot<Failure> {
  constexpr explicit result_slot(result<T, Failure>& to)
      : failure_slot<Failure>{[](failure_slot<Failure>& self) -> Failure& {
          return static_cast<result_slot&>(self).to_->emplace_error();
        }},
        to_(&to) {}
  result<T, Failure>* to_;
};

}  // namespace medusa::inline v0::detail
