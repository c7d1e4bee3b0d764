// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"
#include "async_call.hpp"

#include <utility>

// medusa/client/async_driving.hpp

namespace medusa::inline v0::detail {

/// The one function that drives a call while it lives, on the stack. What happens to the call
/// meanwhile is noted in it; `run` does it, until there is nothing to do but to wait. `Core` acts
/// and watches, and gives up a call of which an exception has come through.
template <class Core>
class async_driving {
 public:
  using call = typename Core::call;

  // (Not inlined: g++ 12 takes the address that is kept here for one that dangles.)
  [[gnu::noinline]] constexpr async_driving(Core& core, call& c) noexcept
      : core_(&core), call_(&c) {
    c.ended = &ended_;
  }
  async_driving(async_driving const&) = delete;
  async_driving& operator=(async_driving const&) = delete;
  constexpr ~async_driving() {
    if (ended_) return;
    call_->ended = nullptr;
    // An exception has come through: nothing else would end the call.
    if (!done_) core_->give_up(*call_, {.what = event::stopped, .code = errc::transport_failed});
  }

  constexpr void run() {
    while (!ended_) {
      if (call_->next != step::done) core_->act(*call_, std::exchange(call_->next, step::done));
      else if (!call_->watched) core_->watch(*call_);
      else break;
    }
    done_ = true;
  }

 private:
  Core* core_;
  call* call_;
  bool ended_ = false;
  bool done_ = false;
};

}  // namespace medusa::inline v0::detail
