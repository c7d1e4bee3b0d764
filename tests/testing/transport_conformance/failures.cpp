// SPDX-License-Identifier: MIT
#include <medusa/testing/transport_conformance/failures.hpp>

#include <doctest/doctest.h>

#include <string_view>

#include <support/flawed_transport.hpp>

using medusa::request;
using namespace medusa::testing::detail;
using namespace support;

TEST_CASE("transport rules: broken servers") {
  struct row {
    transport_rule rule;
    std::string_view path;
  };
  for (row const& each :
       {row{transport_rule::no_answer, "/close"}, row{transport_rule::no_answer, "/reset"},
        row{transport_rule::cut_answer, "/cut/chunks"}, row{transport_rule::no_http, "/nonsense"},
        row{transport_rule::recovery, "/ok"}}) {
    CHECK_MESSAGE(passes(each.rule, try_broken_servers), each.path);
    CHECK_MESSAGE(!passes(each.rule, try_broken_servers, wrong_about(each.path)), each.path);
  }
  CHECK(passes(transport_rule::lost, try_broken_servers));
  CHECK(!passes(transport_rule::lost, try_broken_servers, mistaken_about_sending()));
  CHECK(passes(transport_rule::no_repetition, try_broken_servers));
  CHECK(!passes(transport_rule::no_repetition, try_broken_servers, {.sends_twice = true}));
}

TEST_CASE("transport rules: connections") {
  auto const good = report_of(try_connections);
  CHECK(passes(transport_rule::refused, good));
  CHECK(passes(transport_rule::idle_close, good));
  CHECK(passes(transport_rule::no_repetition, good));
  flaw wrong = wrong_about("/status/404");
  wrong.sends_twice = true;
  auto const report = report_of(try_connections, wrong);
  CHECK(!passes(transport_rule::idle_close, report));
  CHECK(!passes(transport_rule::no_repetition, report));
  CHECK(!passes(transport_rule::refused, try_connections, mistaken_about_sending()));
}

TEST_CASE("transport rules: views") {
  CHECK(passes(transport_rule::no_views, try_views));
  CHECK(!passes(transport_rule::no_views, try_views,
                {.before = [](request& r) { r.body = "first"; }}));
  CHECK(
      !passes(transport_rule::no_views, try_views, {.before = [](request& r) { r.headers = {}; }}));
  CHECK(!passes(transport_rule::no_views, try_views,
                {.before = [](request& r) { r.target = "/echo/first"; }}));
}
