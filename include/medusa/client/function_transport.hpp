// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <utility>

#include <medusa/http/request.hpp>

namespace medusa::inline v0 {

/// Makes a Transport of a function `f(request const&)`, such as a lambda; what `f` must give and do
/// is said at `transport`. It owns the function, but not what that captures by reference.
template <class F>
class function_transport {
 public:
  constexpr explicit function_transport(F f) : function_(std::move(f)) {}

  constexpr auto send(request const& r)
    requires std::invocable<F&, request const&>
  {
    return function_(r);
  }

 private:
  F function_;
};

}  // namespace medusa::inline v0
