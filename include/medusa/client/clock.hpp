// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>

#include <medusa/core/duration.hpp>
#include <medusa/model/storage.hpp>

namespace medusa::inline v0 {

namespace detail {
template <class T>
concept complete = requires { sizeof(T); };
template <class C>
concept tells_now = requires(C& c) {
  { c.now() } -> std::same_as<duration>;
};
template <class C>
concept waits = requires(C& c, duration d) { c.wait(d); };
template <class C>
concept gives_random = requires(C& c) {
  { c.random() } -> std::same_as<std::uint64_t>;
};
}  // namespace detail

/// Time and entropy for a client.
///
/// - `now()` MUST give a `duration`, the time since any fixed epoch, and never go back.
/// - `wait(d)` MUST NOT return before `d` has passed; it is what lies between attempts.
/// - `random()` MUST give 64 fresh bits: for jitter, and for idempotency keys, which are unique
///   only if these are.
/// - `unix_time()` MAY exist: seconds since 1970, for a date in `Retry-After` of a response that
///   has no `Date`.
template <class C>
concept clock = detail::tells_now<C> && detail::waits<C> && detail::gives_random<C>;

/// Says what is missing from a type that should be a clock: the first failed line names it.
template <class C>
[[nodiscard]] consteval bool check_clock() {
  static_assert(
      detail::complete<C>,
      "Clock: only declared here; for the default include medusa/client/steady_clock.hpp");
  if constexpr (detail::complete<C>) {
    static_assert(detail::tells_now<C>, "Clock: wanted `medusa::duration now()`");
    static_assert(detail::waits<C>, "Clock: wanted `void wait(medusa::duration)`");
    static_assert(detail::gives_random<C>, "Clock: wanted `std::uint64_t random()`");
  }
  return true;
}

/// Knows no time: a client with it makes one attempt, which the transport bounds by the request's
/// time limit; that it was over comes back as `transport_failed` with the transport's own error.
struct no_clock {
  [[nodiscard]] static constexpr duration now() noexcept { return {}; }
  static constexpr void wait(duration) noexcept {}
  [[nodiscard]] static constexpr std::uint64_t random() noexcept { return 0; }
};

class steady_clock;

namespace detail {
template <class S>
struct default_clock_of {
  using type = no_clock;
};
template <std::derived_from<hosted> S>
struct default_clock_of<S> {
  using type = steady_clock;
};

template <class C>
concept clock_with_unix_time = requires(C& c) {
  { c.unix_time() } -> std::convertible_to<std::int64_t>;
};

template <class C>
[[nodiscard]] constexpr std::optional<std::int64_t> unix_time_of(C& c) {
  if constexpr (clock_with_unix_time<C>) return c.unix_time();
  else return std::nullopt;
}
}  // namespace detail

/// The clock of a client that is given none: a steady one on `hosted` and what is derived from it,
/// else none.
template <class S>
using default_clock = typename detail::default_clock_of<S>::type;

}  // namespace medusa::inline v0
