// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace medusa::inline v0 {

namespace detail {
/// What `std::chrono::duration` looks like, so that its header (46 000 lines) need not be included.
template <class D>
concept chrono_duration = requires(D const& d) {
  { d.count() } -> std::convertible_to<double>;
  { D::period::num } -> std::convertible_to<std::intmax_t>;
  { D::period::den } -> std::convertible_to<std::intmax_t>;
};
}  // namespace detail

/// A length of time in whole milliseconds, at most `max()`, at least `-max()`. Every
/// `std::chrono::duration` converts to it, rounded up, so that a limit of 500 us does not become
/// "no time at all". What does not fit becomes the nearest that does, not-a-number the longest.
class duration {
 public:
  constexpr duration() = default;

  template <detail::chrono_duration D>
  constexpr duration(D const& d) noexcept : milliseconds_(round_up(d)) {}

  [[nodiscard]] static constexpr duration milliseconds(std::int64_t n) noexcept {
    duration d;
    d.milliseconds_ = n < -most_ ? -most_ : n;
    return d;
  }
  /// Saturates instead of overflowing.
  [[nodiscard]] static constexpr duration seconds(std::int64_t n) noexcept {
    if (n > most_ / 1000) return max();
    return n < -(most_ / 1000) ? milliseconds(-most_) : milliseconds(n * 1000);
  }
  [[nodiscard]] static constexpr duration max() noexcept { return milliseconds(most_); }

  /// Milliseconds.
  [[nodiscard]] constexpr std::int64_t count() const noexcept { return milliseconds_; }

  friend constexpr bool operator==(duration, duration) = default;
  friend constexpr auto operator<=>(duration, duration) = default;
  // For code size: through `<=>` each of these would be two comparisons of 64 bits.
  friend constexpr bool operator<(duration a, duration b) noexcept {
    return a.milliseconds_ < b.milliseconds_;
  }
  friend constexpr bool operator>(duration a, duration b) noexcept {
    return a.milliseconds_ > b.milliseconds_;
  }
  friend constexpr bool operator<=(duration a, duration b) noexcept {
    return a.milliseconds_ <= b.milliseconds_;
  }
  friend constexpr bool operator>=(duration a, duration b) noexcept {
    return a.milliseconds_ >= b.milliseconds_;
  }

  /// Saturates instead of overflowing.
  friend constexpr duration operator+(duration a, duration b) noexcept {
    return milliseconds(add(a.milliseconds_, b.milliseconds_));
  }
  /// Saturates instead of overflowing.
  friend constexpr duration operator-(duration a, duration b) noexcept {
    return milliseconds(add(a.milliseconds_, -b.milliseconds_));
  }

 private:
  static constexpr std::int64_t most_ = std::numeric_limits<std::int64_t>::max();

  static constexpr std::int64_t add(std::int64_t a, std::int64_t b) noexcept {
    if (b > 0 && a > most_ - b) return most_;
    if (b < 0 && a < -most_ - b) return -most_;
    return a + b;
  }

  /// `n * up / down`, rounded up. No template: clang 14 does not instantiate one in time for a
  /// default member initialiser of options.
  static constexpr std::int64_t scale(std::int64_t n, std::int64_t up, std::int64_t down) noexcept {
    std::int64_t const whole = n / down;
    std::int64_t const rest = n % down * up;  // fits, or round_up would not come here
    if (whole > most_ / up) return most_;
    if (whole < -(most_ / up)) return -most_;
    return add(whole * up, rest / down + (rest % down > 0 ? 1 : 0));
  }

  static constexpr std::int64_t common_divisor(std::int64_t a, std::int64_t b) noexcept {
    return b == 0 ? a : common_divisor(b, a % b);
  }

  template <class D>
  static constexpr std::int64_t round_up(D const& d) noexcept {
    using count_type = std::remove_cvref_t<decltype(d.count())>;
    constexpr auto num = static_cast<std::int64_t>(D::period::num);
    constexpr auto den = static_cast<std::int64_t>(D::period::den);
    constexpr std::int64_t common = common_divisor(1000, den);
    constexpr std::int64_t per_second = 1000 / common;
    constexpr std::int64_t down = den / common;
    if constexpr (std::integral<count_type> && sizeof(count_type) <= sizeof(std::int64_t) &&
                  num <= most_ / per_second / down) {
      auto const n = d.count();
      if constexpr (std::unsigned_integral<count_type>)
        if (n > static_cast<std::uint64_t>(most_)) return most_;
      return scale(milliseconds(static_cast<std::int64_t>(n)).count(), num * per_second, down);
    } else {
      // In the type of the count: 0.1f seconds are 100 ms, although 0.1f is above 0.1.
      using real = std::conditional_t<std::floating_point<count_type>, count_type, double>;
      constexpr real up = static_cast<real>(num) * static_cast<real>(per_second);
      constexpr real limit = static_cast<real>(most_);
      constexpr real beyond = 2 * limit * static_cast<real>(down) / up;
      // Compared first: arithmetic that overflows, or has no number, is no constant expression.
      auto const n = static_cast<real>(d.count());
      if (!(n < beyond)) return most_;
      if (n < -beyond) return -most_;
      real const ms = n * up / static_cast<real>(down);
      if (ms >= limit) return most_;
      if (ms <= -limit) return -most_;
      auto const whole = static_cast<std::int64_t>(ms);
      return whole + (static_cast<real>(whole) < ms ? 1 : 0);
    }
  }

  std::int64_t milliseconds_ = 0;
};

}  // namespace medusa::inline v0
