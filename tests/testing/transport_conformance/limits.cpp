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
  auto const good = report_of(try_times);
  CHECK(passes(transport_rule::time_limit, good));
  CHECK(passes(transport_rule::time_limit_in_body, good));
  CHECK(passes(transport_rule::time_limit_of_tls, good));
  CHECK(passes(transport_rule::unconnected, good));
  CHECK(passes(transport_rule::no_time, good));
  auto const slow = report_of(try_times, slow_by_its_own_account());
  CHECK(!passes(transport_rule::time_limit, slow));
  CHECK(!passes(transport_rule::time_limit_in_body, slow));
  CHECK(!passes(transport_rule::time_limit_of_tls, slow));
  CHECK(!passes(transport_rule::time_limit, try_times,
                {.before = [](request& r) { r.timeout = duration::milliseconds(1); }}));
  auto const wrong = report_of(try_times, {.before =
                                               [](request& r) {
                                                 if (r.timeout <= duration())
                                                   r.timeout = duration::seconds(1);
                                               },
                                           .after = mistaken_about_sending().after});
  CHECK(!passes(transport_rule::unconnected, wrong));
  CHECK(!passes(transport_rule::no_time, wrong));
  CHECK(!passes(transport_rule::time_limit_in_body, try_times, wrong_about("/trickle")));
}

TEST_CASE("transport rules: cancellation") {
  CHECK(passes(transport_rule::cancelled_before, try_early_cancellation));
  CHECK(
      !passes(transport_rule::cancelled_before, try_early_cancellation, mistaken_about_sending()));
  CHECK(!passes(transport_rule::cancelled_before, try_early_cancellation,
                {.before = [](request& r) { r.cancel = {}; }}));
  auto const good = report_of(try_cancellation);
  CHECK(passes(transport_rule::cancelled_waiting, good));
  CHECK(passes(transport_rule::cancelled_in_body, good));
  auto const slow = report_of(try_cancellation, slow_by_its_own_account());
  CHECK(!passes(transport_rule::cancelled_waiting, slow));
  CHECK(!passes(transport_rule::cancelled_in_body, slow));
}
