// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"

#include <coroutine>
#include <utility>

// medusa/client/async_awaitable.hpp

namespace medusa::inline v0::detail {

/// A call that a coroutine waits for. All its state is in here, and so in the coroutine's frame. It
/// goes when it is destroyed while it waits: the call is then given up, and nobody is told.
template <class Core, class T>
class suspended_call : public Core::call {
  using call = typename Core::call;

 public:
  /// `out` is where the result goes.
  constexpr explicit suspended_call(typename Core::template result<T>& out) : out_(&out) {
    this->resume = &tell;
  }

  /// False when the call has ended already: the coroutine goes on, with no recursion.
  template <class Promise>
  [[nodiscard]] bool begin(std::coroutine_handle<Promise> waiting) {
    waiting_ = waiting;
    this->driver->begin(*this);
    suspended_ = !ended_;
    return suspended_;
  }

 private:
  static constexpr void tell(call& c, typename Core::occurrence const& o) {
    auto& self = static_cast<suspended_call&>(c);
    result_slot<T, typename Core::failure_type> failed(*self.out_);
    if (!c.driver->advance(c, o, erased_pointer<T>(**self.out_), failed)) return;
    self.ended_ = true;
    if (self.suspended_) self.waiting_.resume();
  }

  typename Core::template result<T>* out_;
  std::coroutine_handle<> waiting_{};
  bool suspended_ = false;
  bool ended_ = false;
};

/// What a call gives that is to be awaited: `co_await` it where it is made; it gives the result.
/// The request is made when this is, and sent when it is awaited. Neither copied nor moved. The
/// client must be there when it is awaited.
template <class Core, class T>
class [[nodiscard]] async_awaitable {
 public:
  async_awaitable(Core& core, typename Core::call_form const& form, erased const& op,
                  call_options const& options) {
    core.prepare_call(call_, form, op, options);
  }
  async_awaitable(async_awaitable const&) = delete;
  async_awaitable& operator=(async_awaitable const&) = delete;

  class awaiter {
   public:
    explicit awaiter(async_awaitable& self) noexcept : self_(&self) {}
    [[nodiscard]] bool await_ready() const noexcept { return false; }
    template <class Promise>
    [[nodiscard]] bool await_suspend(std::coroutine_handle<Promise> waiting) {
      return self_->call_.begin(waiting);
    }
    [[nodiscard]] typename Core::template result<T> await_resume() {
      return std::move(self_->out_);
    }

   private:
    async_awaitable* self_;
  };
  [[nodiscard]] awaiter operator co_await() && noexcept { return awaiter(*this); }

 private:
  typename Core::template result<T> out_{};
  suspended_call<Core, T> call_{out_};
};

}  // namespace medusa::inline v0::detail
