// SPDX-License-Identifier: MIT
#include <medusa/testing/transport_conformance/report.hpp>

#include <doctest/doctest.h>

#include <string>

using medusa::testing::transport_report;
using medusa::testing::transport_rule;

TEST_CASE("a report of a transport keeps the first failure of a rule") {
  transport_report report;
  report[transport_rule::body].check(true, "not this");
  report[transport_rule::body].check(false, "3 bytes of 4");
  report[transport_rule::body].check(false, "nor this");
  report[transport_rule::refused].check(false, "it says it was sent");
  report[transport_rule::host].check(true, "");
  report.reaction_ms = 17;
  CHECK(!report);
  CHECK(report[transport_rule::body].checks == 3);
  CHECK(report[transport_rule::body].failures == 2);
  std::string const table = to_string(report);
  auto const has = [&](char const* line) { return ("\n" + table).find(line) != std::string::npos; };
  CHECK(has("\nFAILED  a body arrives as it is, with its Content-Length        3 bytes of 4\n"));
  CHECK(has(
      "\nshould  a refused connection: not sent                          it says it was sent\n"));
  CHECK(has("\npassed  Host is the authority of the URL, once                  1\n"));
  CHECK(has("\n-       cookies are not kept                                    does not apply\n"));
  CHECK(has("\nms      from cancel to giving up                                17\n"));
}

TEST_CASE("a report of a transport is good when every MUST has passed") {
  transport_report report;
  CHECK(report);
  report[transport_rule::idle_close].check(false, "");
  CHECK(report);
  report[transport_rule::no_repetition].check(false, "");
  CHECK(!report);
}
