// SPDX-License-Identifier: MIT
#include <medusa/core/duration.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <concepts>
#include <limits>
#include <ratio>

#include <support/hidden.hpp>

using namespace std::chrono_literals;
using medusa::duration;

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

/// Milliseconds of `n` periods, by way of std::chrono.
template <class Period, class Rep>
constexpr std::int64_t ms(Rep n) {
  return duration(std::chrono::duration<Rep, Period>(support::hidden(n))).count();
}
using one = std::ratio<1>;

constexpr bool test_every_period_converts() {
  if (duration(5ms).count() != 5 || duration(2s).count() != 2000) return false;
  if (duration(3min).count() != 180'000 || duration(2h).count() != 7'200'000) return false;
  if (duration(4'000us).count() != 4 || duration(5'000'000ns).count() != 5) return false;
  if (duration(std::chrono::days(1)).count() != 86'400'000) return false;
  if (duration(std::chrono::weeks(1)).count() != 604'800'000) return false;
  if (duration(std::chrono::years(1)).count() != 31'556'952'000) return false;
  if (ms<std::pico>(std::int64_t{2'000'000'000}) != 2) return false;
  if (ms<std::centi>(7) != 70 || ms<std::deci>(7) != 700 || ms<std::kilo>(7) != 7'000'000) {
    return false;
  }
  duration const implicit = 1500ms;
  return implicit.count() == 1500;
}

constexpr bool test_rounds_up() {
  if (ms<std::micro>(1) != 1 || ms<std::micro>(500) != 1 || ms<std::micro>(999) != 1) return false;
  if (ms<std::micro>(1000) != 1 || ms<std::micro>(1001) != 2 || ms<std::micro>(0) != 0)
    return false;
  if (ms<std::nano>(1) != 1 || ms<std::nano>(1'000'001) != 2) return false;
  if (ms<std::atto>(std::int64_t{1}) != 1 || ms<std::atto>(most) != 9224) return false;
  // Up is towards later, below zero as well.
  if (ms<std::micro>(-1) != 0 || ms<std::micro>(-999) != 0 || ms<std::micro>(-1000) != -1) {
    return false;
  }
  if (ms<std::micro>(-1001) != -1 || ms<std::micro>(-2000) != -2) return false;
  // Periods that are no multiple of a millisecond: frames at 30, 60 and 29.97 per second.
  using frame = std::ratio<1, 30>;
  if (ms<frame>(1) != 34 || ms<frame>(2) != 67 || ms<frame>(3) != 100 || ms<frame>(-1) != -33) {
    return false;
  }
  if (ms<std::ratio<1, 60>>(1) != 17 || ms<std::ratio<1, 60>>(3) != 50) return false;
  return ms<std::ratio<1001, 30000>>(1) == 34 && ms<std::ratio<1001, 30000>>(30) == 1001;
}

constexpr bool test_floating_point() {
  if (ms<one>(0.5) != 500 || ms<one>(0.1) != 100 || ms<one>(1.0) != 1000) return false;
  if (ms<one>(0.0001) != 1 || ms<one>(0.0011) != 2 || ms<one>(-0.0011) != -1) return false;
  // What is a whole number of milliseconds in decimal is one here, although 0.1f is above 0.1.
  if (ms<one>(0.1f) != 100 || ms<one>(2.5f) != 2500 || ms<one>(0.25L) != 250) return false;
  if (ms<std::milli>(1.25) != 2 || ms<std::milli>(-1.25) != -1) return false;
  if (ms<std::micro>(3000.0) != 3 || ms<std::micro>(3000.5) != 4) return false;
  return ms<std::ratio<60>>(1.5) == 90'000 && ms<std::ratio<1, 30>>(3.0) == 100;
}

constexpr bool test_floating_point_saturates() {
  using real = std::numeric_limits<double>;
  if (ms<one>(1e30) != most || ms<one>(-1e30) != -most || ms<one>(3e38f) != most) return false;
  if (ms<one>(-3e38f) != -most) return false;
  if (ms<one>(real::infinity()) != most || ms<one>(-real::infinity()) != -most) return false;
  if (ms<one>(real::quiet_NaN()) != most) return false;
  // On both sides of 2^63 ms; the greatest double below it is 1024 less.
  if (ms<std::milli>(9223372036854775808.0) != most) return false;
  if (ms<std::milli>(9223372036854774784.0) != 9223372036854774784) return false;
  if (ms<std::milli>(-9223372036854775808.0) != -most) return false;
  if (ms<std::milli>(-9223372036854774784.0) != -9223372036854774784) return false;
  return ms<std::milli>(static_cast<long double>(most)) == most;
}

constexpr bool test_integers_saturate() {
  if (ms<std::milli>(most) != most || ms<std::milli>(least) != -most) return false;
  if (ms<one>(most / 1000) != 9223372036854775000 || ms<one>(most / 1000 + 1) != most) return false;
  if (ms<one>(-most / 1000) != -9223372036854775000) return false;
  if (ms<one>(-most / 1000 - 1) != -most || ms<one>(least) != -most) return false;
  if (ms<std::ratio<3600>>(most) != most || ms<std::ratio<3600>>(least) != -most) return false;
  if (duration(std::chrono::milliseconds::max()) != duration::max()) return false;
  if (ms<std::exa>(std::int64_t{1}) != most || ms<std::exa>(std::int64_t{0}) != 0) return false;
  // A result that fits although its last addition comes close: most = 3 * k + 1.
  using third = std::ratio<1, 3000>;
  return ms<third>(most) == most / 3 + 1 && ms<third>(-most) == -(most / 3);
}

constexpr bool test_unsigned_counts() {
  constexpr std::uint64_t top = std::numeric_limits<std::uint64_t>::max();
  if (ms<std::milli>(top) != most || ms<one>(top) != most) return false;
  if (ms<std::milli>(static_cast<std::uint64_t>(most)) != most) return false;
  if (ms<std::milli>(static_cast<std::uint64_t>(most) + 1) != most) return false;
  return ms<one>(std::uint8_t{255}) == 255'000 &&
         ms<one>(std::uint32_t{4294967295}) == 4294967295000;
}

constexpr bool test_large_counts_are_exact() {
  // More digits than a double has.
  return ms<one>(std::int64_t{9007199254740993}) == 9007199254740993000 &&
         ms<std::micro>(std::int64_t{9007199254740993001}) == 9007199254740994;
}

constexpr bool test_named_constructors() {
  if (duration().count() != 0 || duration{}.count() != 0) return false;
  if (duration::milliseconds(-5).count() != -5 || duration::seconds(-5).count() != -5000) {
    return false;
  }
  if (duration::seconds(most / 1000).count() != 9223372036854775000) return false;
  if (duration::seconds(most / 1000 + 1) != duration::max()) return false;
  if (duration::seconds(most) != duration::max()) return false;
  if (duration::seconds(least).count() != -most) return false;
  if (duration::milliseconds(least).count() != -most) return false;
  return duration::max().count() == most;
}

constexpr bool test_order() {
  duration const least_of_all = duration::milliseconds(-most);
  if (!(least_of_all < duration::max()) || !(duration::max() > least_of_all)) return false;
  if (!(duration() == 0ms) || !(1s == duration::seconds(1)) || duration::max() == 1h) return false;
  if (!(duration(999us) == 1ms) || !(duration(1ms) < 1s) || !(1h >= duration(60min))) return false;
  return duration(1ms) != 2ms && duration(-1ms) < duration() && duration() <= duration();
}

constexpr bool test_sums_saturate() {
  constexpr duration top = duration::max();
  constexpr duration bottom = duration::milliseconds(-most);
  if (duration(2s) + 500ms != 2500ms || duration(2s) - 500ms != 1500ms) return false;
  if (500ms + duration(2s) != 2500ms || 500ms - duration(2s) != duration(-1500ms)) return false;
  if (top + 1ms != top || top + top != top || top - duration(-1ms) != top) return false;
  if (support::hidden(bottom) - 1ms != bottom || bottom + bottom != bottom ||
      bottom - top != bottom)
    return false;
  if (top - top != duration() || top + bottom != duration() || bottom - bottom != duration()) {
    return false;
  }
  if (duration() - bottom != top || duration() - top != bottom || top - bottom != top) return false;
  if (top + 0ms != top || bottom + 0ms != bottom || top - 1ms + 1ms != top) return false;
  return (top - 1ms).count() == most - 1 && (bottom + 1ms).count() == -most + 1;
}

/// What a framework without std::chrono may offer.
struct ticks {
  struct period {
    static constexpr long num = 1;
    static constexpr long den = 100;
  };
  constexpr short count() const { return 3; }
};
struct not_a_duration {
  constexpr int count() const { return 3; }
};
/// A representation of one's own, as std::chrono allows.
struct own_number {
  constexpr explicit operator int() const { return 4; }
  constexpr operator double() const { return 2.5; }
};
struct own_duration {
  using period = std::ratio<1>;
  constexpr own_number count() const { return {}; }
};

constexpr bool test_other_durations() {
  return duration(ticks{}).count() == 30 && duration(own_duration{}).count() == 2500;
}

}  // namespace

static_assert(!std::convertible_to<int, duration>, "a number has no unit");
static_assert(!std::constructible_from<duration, double>);
static_assert(!std::constructible_from<duration, not_a_duration>);
static_assert(!std::constructible_from<duration, std::chrono::system_clock::time_point>);
static_assert(std::three_way_comparable<duration, std::strong_ordering>);
static_assert(test_every_period_converts());
static_assert(test_rounds_up());
static_assert(test_floating_point());
static_assert(test_floating_point_saturates());
static_assert(test_integers_saturate());
static_assert(test_unsigned_counts());
static_assert(test_large_counts_are_exact());
static_assert(test_named_constructors());
static_assert(test_order());
static_assert(test_sums_saturate());
static_assert(test_other_durations());

TEST_CASE("every std::chrono period converts") { CHECK(test_every_period_converts()); }
TEST_CASE("a part of a millisecond is a whole one") { CHECK(test_rounds_up()); }
TEST_CASE("floating-point durations convert") { CHECK(test_floating_point()); }
TEST_CASE("floating-point durations saturate") { CHECK(test_floating_point_saturates()); }
TEST_CASE("integer durations saturate") { CHECK(test_integers_saturate()); }
TEST_CASE("unsigned counts keep their sign") { CHECK(test_unsigned_counts()); }
TEST_CASE("large counts keep every digit") { CHECK(test_large_counts_are_exact()); }
TEST_CASE("milliseconds, seconds and the longest duration") { CHECK(test_named_constructors()); }
TEST_CASE("durations are ordered") { CHECK(test_order()); }
TEST_CASE("sums and differences saturate") { CHECK(test_sums_saturate()); }
TEST_CASE("whatever looks like a duration converts") { CHECK(test_other_durations()); }

TEST_CASE("counts not known to the compiler convert alike") {
  for (std::int64_t n : {least, least + 1, -most / 1000 - 1, -most / 1000, std::int64_t{-1},
                         std::int64_t{0}, std::int64_t{1}, most / 1000, most / 1000 + 1, most}) {
    std::int64_t volatile hidden = n;
    duration const d = std::chrono::seconds(hidden);
    CHECK(d.count() == (n > most / 1000 ? most : n < -most / 1000 ? -most : n * 1000));
    CHECK(d == duration::seconds(hidden));
    CHECK((d < duration()) == (n < 0));
    CHECK(d + duration() == d);
    CHECK(d - d == duration());
  }
}
