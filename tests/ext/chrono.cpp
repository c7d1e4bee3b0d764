// SPDX-License-Identifier: MIT
#include <medusa/ext/chrono.hpp>

#include <doctest/doctest.h>

#include <chrono>

namespace {

using namespace std::chrono;
using medusa::timestamp;
using medusa::ext::to_chrono;

constexpr bool test_chrono_of_durations() {
  return to_chrono(medusa::duration::seconds(2)) == 2s &&
         to_chrono(medusa::duration(-7ms)) == -7ms &&
         medusa::duration(to_chrono(medusa::duration::max())) == medusa::duration::max() &&
         medusa::duration(to_chrono(medusa::duration())) == medusa::duration();
}

constexpr bool test_chrono_of_timestamps() {
  timestamp read;
  if (!read.parse("2026-11-23T06:56:10.386+01:00")) return false;
  sys_time<milliseconds> const wanted = sys_days(2026y / November / 23) + 5h + 56min + 10s + 386ms;
  auto const point = to_chrono(read);
  return point == wanted && timestamp(*point) == read &&
         timestamp(*point).text() == "2026-11-23T05:56:10.386Z";
}

constexpr bool test_chrono_of_early_timestamps() {
  timestamp const early = timestamp::from_unix_ms(-1);
  return to_chrono(early) == sys_time<milliseconds>(-1ms) &&
         timestamp(*to_chrono(early)) == early &&
         to_chrono(timestamp::from_unix_ms(0)) == sys_time<milliseconds>() &&
         !to_chrono(timestamp());
}

}  // namespace

TEST_CASE("chrono: durations") { CHECK(test_chrono_of_durations()); }
static_assert(test_chrono_of_durations());
TEST_CASE("chrono: timestamps") { CHECK(test_chrono_of_timestamps()); }
static_assert(test_chrono_of_timestamps());
TEST_CASE("chrono: timestamps before 1970, and none") { CHECK(test_chrono_of_early_timestamps()); }
static_assert(test_chrono_of_early_timestamps());
