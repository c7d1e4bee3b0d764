// SPDX-License-Identifier: MIT
#include <medusa/ext/httplib/watchdog.hpp>

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

using medusa::duration;
using medusa::ext::library_errc;
using medusa::ext::detail::patience;
using medusa::ext::detail::watchdog;

TEST_CASE("a watchdog stops what takes too long, more than once") {
  std::atomic<int> stops{0};
  patience const p({.timeout = duration::milliseconds(20)});
  watchdog dog(p, [&] { ++stops; });
  while (stops < 3) std::this_thread::yield();
  CHECK(dog.dismiss() == library_errc::timed_out);
  int const seen = stops;
  CHECK(dog.dismiss() == library_errc::timed_out);
  CHECK(stops == seen);
}

TEST_CASE("a watchdog stops what was cancelled") {
  std::atomic<int> stops{0};
  std::atomic<bool> cancel{false};
  patience const p({.timeout = duration::seconds(100), .cancel = &cancel});
  watchdog dog(p, [&] { ++stops; });
  std::this_thread::sleep_for(std::chrono::milliseconds(3 * patience::turn_ms));
  cancel = true;
  while (stops == 0) std::this_thread::yield();
  CHECK(dog.dismiss() == library_errc::cancelled);
}

TEST_CASE("a watchdog that is dismissed in time does nothing") {
  patience const p({.timeout = duration::seconds(100)});
  watchdog dog(p, [] { CHECK(false); });
  CHECK(!dog.dismiss());
}
