// SPDX-License-Identifier: MIT
#include <medusa/http/retry_policy.hpp>

#include <doctest/doctest.h>

using medusa::duration;

namespace {

constexpr bool test_off() {
  medusa::retry_policy const p;
  return p.max_retries == 0 && !p.repeat_unsafe && !p.repeat_conflict && !p.repeat_server_error;
}
TEST_CASE("nothing is repeated unless asked for") { CHECK(test_off()); }
static_assert(test_off());

constexpr bool test_waits() {
  medusa::retry_policy const p{.max_retries = 3};
  return p.max_retries == 3 && p.base_delay == duration::milliseconds(500) &&
         p.max_delay == duration::seconds(8) && p.max_retry_after == duration::seconds(300);
}
TEST_CASE("whoever asks for repetitions gets sensible waits") { CHECK(test_waits()); }
static_assert(test_waits());

}  // namespace
