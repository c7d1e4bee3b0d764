#include <medusa/testing/virtual_clock.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

#include <medusa/client/clock.hpp>
#include <support/twins.hpp>

namespace {

using medusa::duration;
using medusa::testing::virtual_clock;

static_assert(medusa::clock<virtual_clock>);

constexpr bool test_time_passes_only_when_told() {
  virtual_clock clock;
  if (clock.now() != duration() || clock.waited() != duration() || clock.waits() != 0) return false;
  clock.wait(duration::milliseconds(250));
  clock.advance(duration::seconds(2));
  clock.wait(duration::milliseconds(50));
  return clock.now() == duration::milliseconds(2300) &&
         clock.waited() == duration::milliseconds(300) && clock.waits() == 2;
}

constexpr bool test_time_never_goes_back() {
  virtual_clock clock;
  clock.wait(duration::seconds(1));
  clock.advance(duration::milliseconds(-500));
  clock.wait(duration::milliseconds(-500));
  return clock.now() == duration::seconds(1) && clock.waited() == duration::seconds(1) &&
         clock.waits() == 2;
}

constexpr bool test_time_ends() {
  virtual_clock clock;
  clock.advance(duration::max());
  clock.wait(duration::seconds(1));
  return clock.now() == duration::max();
}

constexpr bool test_unix_time() {
  virtual_clock clock;
  if (clock.unix_time() != 0) return false;
  clock.set_epoch(784111777);
  clock.advance(duration::milliseconds(1999));
  if (clock.unix_time() != 784111778) return false;
  clock.advance(duration::milliseconds(1));
  return clock.unix_time() == 784111779;
}

/// The published first outputs of SplitMix64 for the seed 1234567.
constexpr bool test_entropy_is_splitmix64() {
  virtual_clock clock{1234567};
  for (std::uint64_t const wanted :
       {6457827717110365317u, 3203168211198807973u, 9817491932198370423u, 4593380528125082431u,
        16408922859458223821u})
    if (clock.random() != wanted) return false;
  return true;
}

constexpr bool test_the_same_seed_gives_the_same_run() {
  virtual_clock a{7};
  virtual_clock b{7};
  virtual_clock other{8};
  for (int i = 0; i < 20; ++i) {
    std::uint64_t const bits = a.random();
    if (bits != b.random() || bits == other.random()) return false;
  }
  virtual_clock copy = a;
  return copy.random() == a.random();
}

}  // namespace

TWIN("virtual_clock: time passes only when told", test_time_passes_only_when_told);
TWIN("virtual_clock: time never goes back", test_time_never_goes_back);
TWIN("virtual_clock: time ends", test_time_ends);
TWIN("virtual_clock: Unix time", test_unix_time);
TWIN("virtual_clock: entropy is SplitMix64", test_entropy_is_splitmix64);
TWIN("virtual_clock: the same seed gives the same run", test_the_same_seed_gives_the_same_run);
