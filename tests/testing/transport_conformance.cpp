// SPDX-License-Identifier: MIT
#include <medusa/testing/transport_conformance.hpp>

#include <doctest/doctest.h>

#include <string_view>

#include <support/conformance.hpp>
#include <support/loopback_http1.hpp>

namespace {
/// Every answer is 200 and empty, and comes at once.
struct indifferent_transport {
  medusa::result<medusa::response_view, int> send(medusa::request const&) {
    return medusa::response_view(200, "");
  }
};
}  // namespace

TEST_CASE("the HTTP/1.1 of ext conforms, over a socket") {
  support::check_conformance("http1", support::loopback_http1);
}

TEST_CASE("a transport that only pretends does not conform") {
  indifferent_transport http;
  auto const report = medusa::testing::transport_conformance(http, "http://127.0.0.1:1");
  CHECK(!report);
  for (auto const& each : report.findings) CHECK((each.checks == 0 || !each.passed()));
}
