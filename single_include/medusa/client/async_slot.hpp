// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"
#include "async_call.hpp"
#include "function_box.hpp"

#include <cstddef>
#include <utility>

// medusa/client/async_slot.hpp

namespace medusa::inline v0::detail {

/// Room in a client for a call whose end is told to a handler. The result is made where the handler
/// is called, and the room is free by then.
template <class Core, std::size_t Size>
class async_slot : public Core::call {
  using call = typename Core::call;

 public:
  template <class H>
  static constexpr bool fits = function_box<Size>::template fits<H>;
  [[nodiscard]] constexpr bool free() const noexcept { return this->now == async_phase::idle; }

  /// Begins a prepared call, which gives a `T`.
  template <class T, class H>
  constexpr void begin(H&& handler) {
    handler_.put(std::forward<H>(handler));
    this->resume = &tell<T, std::decay_t<H>>;
    this->driver->begin(*this);
  }

 private:
  template <class T, class H>
  static constexpr void tell(call& c, typename Core::occurrence const& o) {
    auto& self = static_cast<async_slot&>(c);
    typename Core::template result<T> out{};
    result_slot<T, typename Core::failure_type> failed(out);
    if (!c.driver->advance(c, o, erased_pointer<T>(*out), failed)) return;
    H handler = self.handler_.template take<H>();
    handler(std::move(out));
  }

  function_box<Size> handler_{};
};

}  // namespace medusa::inline v0::detail
