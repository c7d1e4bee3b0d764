// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <utility>

namespace medusa::inline v0 {

template <class Outcome>
class async_handler;

namespace detail {

/// Who waits for an outcome; its handler and it know each other, wherever either is moved or ends.
template <class Outcome>
class waiter {
 public:
  using run_function = void (*)(waiter&, Outcome&);
  using drop_function = void (*)(waiter&);

  /// `run` is called with the outcome; `drop` when the handler has gone without one.
  constexpr waiter(run_function run, drop_function drop) noexcept : run_(run), drop_(drop) {}
  waiter(waiter const&) = delete;
  waiter& operator=(waiter const&) = delete;
  constexpr ~waiter() { revoke(); }

  /// Has the handler do nothing from now on.
  constexpr void revoke() noexcept {
    if (handler_ != nullptr) handler_->waiter_ = nullptr;
    handler_ = nullptr;
  }

 private:
  friend async_handler<Outcome>;
  run_function run_;
  drop_function drop_;
  async_handler<Outcome>* handler_ = nullptr;
};

}  // namespace detail

/// Where something that was begun says what has come of it: run it once, from wherever, also before
/// the function that it was given to has returned. It can be moved, not copied, and is two pointers
/// large; no memory is allocated.
///
/// Whoever gave it may stop waiting at any time (a time limit, a cancellation, the end of a
/// client): `wanted()` is then false, and running it does nothing, nor does running it a second
/// time. One that goes without having been run reports that, too: nobody waits forever. It is for
/// one thread, or for several that take turns, as on a strand.
template <class Outcome>
class async_handler {
 public:
  /// Belongs to nobody; `wanted()` is false.
  constexpr async_handler() noexcept = default;
  constexpr explicit async_handler(detail::waiter<Outcome>& w) noexcept : waiter_(&w) {
    w.revoke();
    w.handler_ = this;
  }
  constexpr async_handler(async_handler&& other) noexcept { take(other); }
  constexpr async_handler& operator=(async_handler&& other) noexcept {
    async_handler next(std::move(other));  // which may be this one
    async_handler const old(std::move(*this));
    take(next);
    return *this;
  }
  constexpr ~async_handler() {
    if (auto* const w = leave()) w->drop_(*w);
  }

  /// Whether somebody waits for it still. When not, the request may be gone, and there is no use in
  /// going on.
  [[nodiscard]] constexpr bool wanted() const noexcept { return waiter_ != nullptr; }

  /// Hands over what has come of it, which must live until this returns. This object may be gone by
  /// then.
  constexpr void operator()(Outcome& outcome) {
    if (auto* const w = leave()) w->run_(*w, outcome);
  }
  /// The same with an outcome made of `args`.
  template <class... Args>
    requires std::constructible_from<Outcome, Args...>
  constexpr void operator()(Args&&... args) {
    Outcome outcome(std::forward<Args>(args)...);
    if (auto* const w = leave()) w->run_(*w, outcome);
  }

 private:
  friend detail::waiter<Outcome>;

  constexpr void take(async_handler& other) noexcept {
    waiter_ = other.leave();
    if (waiter_ != nullptr) waiter_->handler_ = this;
  }
  constexpr detail::waiter<Outcome>* leave() noexcept {
    auto* const w = std::exchange(waiter_, nullptr);
    if (w != nullptr) w->handler_ = nullptr;
    return w;
  }

  detail::waiter<Outcome>* waiter_ = nullptr;
};

}  // namespace medusa::inline v0
