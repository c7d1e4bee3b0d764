// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include <medusa/http/request.hpp>

namespace medusa {

/// Makes a Transport of a function `f(request const&)`, such as a lambda. It owns the function.
template <class F>
class function_transport {
 public:
  constexpr explicit function_transport(F f) : function_(std::move(f)) {}

  constexpr auto send(request const& r) { return function_(r); }

 private:
  F function_;
};

}  // namespace medusa
