// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include <medusa/client/async_handler.hpp>
#include <medusa/client/clock.hpp>
#include <medusa/core/duration.hpp>

namespace medusa::inline v0 {

/// What has come of a wait: it is over.
struct elapsed {};

/// Time and entropy for an asynchronous client: `now()` and `random()`, and MAY be `unix_time()`,
/// as for `clock`, every model of which is one of these. A client with it has to be polled:
/// `poll()` sees that a wait is over.
template <class C>
concept polled_clock = detail::tells_now<C> && detail::gives_random<C>;

/// Says what is missing from a type that should be one: the first failed line names it.
template <class C>
[[nodiscard]] consteval bool check_polled_clock() {
  static_assert(
      detail::complete<C>,
      "Clock: only declared here; for the default include medusa/client/steady_clock.hpp");
  if constexpr (detail::complete<C>) {
    static_assert(detail::tells_now<C>, "Clock: wanted `medusa::duration now()`");
    static_assert(detail::gives_random<C>, "Clock: wanted `std::uint64_t random()`");
  }
  return true;
}

/// A clock that tells by itself when time has passed, so that nobody has to poll.
///
/// - `wait(d, handler)` MUST run the handler, with no argument or with `elapsed`, once, not before
///   `d` has passed, and on the thread (or strand) of the client; it MAY do so before it returns;
/// - it MAY forget a handler that is no longer `wanted()`.
///
/// It is asked for the waits between attempts, for the time that a transport has for its answer, and
/// for what the deadline leaves a provider of credentials; in slices of 20 ms when the call can be
/// cancelled.
template <class C>
concept async_clock = polled_clock<C> && requires(C& c, duration d, async_handler<elapsed> h) {
  c.wait(d, std::move(h));
};

}  // namespace medusa::inline v0
