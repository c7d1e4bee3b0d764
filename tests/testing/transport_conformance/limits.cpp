// SPDX-License-Identifier: MIT
#include <medusa/testing/transport_conformance/limits.hpp>

#include <doctest/doctest.h>

#include <support/flawed_transport.hpp>

using medusa::duration;
using medusa::request;
using namespace medusa::testing::detail;
using namespace support;

TEST_CASE("transport rules: sizes") {
  CHECK(passes(transport_rule::max_body, try_sizes));
  CHECK(!passes(transport_rule::max_body, try_sizes, {.before = [](request& r) { ++r.max_body; }}));
  CHECK(!passes(transport_rule::max_body, try_sizes, {.before = [](request& r) { --r.max_body; }}));
  CHECK(passes(transport_rule::endless_body, try_sizes));
  CHECK(!passes(transport_rule::endless_body, try_sizes, slow_by_its_own_account()));
}

TEST_CASE("transport rules: times") {
  CHECK(passes(transport_rule::time_limit, try_times));
  CHECK(!passes(transport_rule::time_limit, try_times, slow_by_its_own_account()));
  CHECK(!passes(transport_rule::time_limit, try_times,
                {.before = [](request& r) { r.timeout = duration::milliseconds(1); }}));
  CHECK(passes(transport_rule::time_limit_in_body, try_times));
  CHECK(!passes(transport_rule::time_limit_in_body, try_times, wrong_about("/trickle")));
  CHECK(passes(transport_rule::time_limit_of_tls, try_times));
  CHECK(!passes(transport_rule::time_limit_of_tls, try_times, slow_by_its_own_account()));
  CHECK(passes(transport_rule::unconnected, try_times));
  CHECK(!passes(transport_rule::unconnected, try_times, mistaken_about_sending()));
  CHECK(passes(transport_rule::no_time, try_times));
  CHECK(!passes(transport_rule::no_time, try_times, {.before = [](request& r) {
                  if (r.timeout <= duration()) r.timeout = duration::seconds(1);
                }}));
}

TEST_CASE("transport rules: cancellation") {
  CHECK(passes(transport_rule::cancelled_before, try_cancellation));
  CHECK(!passes(transport_rule::cancelled_before, try_cancellation, mistaken_about_sending()));
  CHECK(passes(transport_rule::cancelled_waiting, try_cancellation));
  CHECK(passes(transport_rule::cancelled_in_body, try_cancellation));
  flaw const deaf{.before = [](request& r) {
    r.cancel = {};
    if (r.timeout > duration::seconds(10)) r.timeout = duration::milliseconds(100);
  }};
  CHECK(!passes(transport_rule::cancelled_before, try_cancellation, deaf));
  CHECK(!passes(transport_rule::cancelled_waiting, try_cancellation, slow_by_its_own_account()));
  CHECK(!passes(transport_rule::cancelled_in_body, try_cancellation, slow_by_its_own_account()));
}
