// SPDX-License-Identifier: MIT
#include <medusa/testing/transport_conformance/answers.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string_view>

#include <support/flawed_transport.hpp>

using medusa::request;
using namespace medusa::testing::detail;
using namespace support;

TEST_CASE("transport rules: statuses") {
  CHECK(passes(transport_rule::statuses, try_statuses));
  CHECK(!passes(transport_rule::statuses, try_statuses, wrong_about("/status/404")));
  CHECK(passes(transport_rule::no_content, try_statuses));
  CHECK(!passes(transport_rule::no_content, try_statuses, wrong_about("/status/204")));
}

TEST_CASE("transport rules: nothing of its own accord") {
  flaw const twice{.sends_twice = true};
  CHECK(passes(transport_rule::redirects, try_initiatives));
  CHECK(!passes(transport_rule::redirects, try_initiatives, twice));
  CHECK(!passes(transport_rule::redirects, try_initiatives, wrong_about("/status/307")));
  CHECK(!passes(transport_rule::redirects, try_initiatives,
                {.after = [](std::string_view target, transport_outcome& o) {
                  if (target == "/count") o.status = 500;
                }}));
  CHECK(passes(transport_rule::challenges, try_initiatives));
  CHECK(!passes(transport_rule::challenges, try_initiatives, twice));
  CHECK(!passes(transport_rule::challenges, try_initiatives, wrong_about("/status/401")));
}

TEST_CASE("transport rules: cookies") {
  constexpr static std::array<medusa::header, 1> kept{{{"Cookie", "a=1"}}};
  CHECK(passes(transport_rule::cookies, try_cookies));
  CHECK(!passes(transport_rule::cookies, try_cookies,
                {.before = [](request& r) { r.headers = kept; }}));
  CHECK(!passes(transport_rule::cookies, try_cookies, wrong_about("/echo")));
  CHECK(passes(transport_rule::answer_headers, try_cookies));
  CHECK(!passes(transport_rule::answer_headers, try_cookies,
                {.after = [](std::string_view, transport_outcome& o) {
                  if (!o.headers.empty()) o.headers.pop_back();
                }}));
  CHECK(passes(transport_rule::repeated_headers, try_cookies));
  CHECK(!passes(transport_rule::repeated_headers, try_cookies,
                {.after = [](std::string_view, transport_outcome& o) {
                  if (!o.headers.empty()) o.headers.erase(o.headers.begin());
                }}));
}

TEST_CASE("transport rules: a transport that gives no headers") {
  flaw const headless{
      .after = [](std::string_view, transport_outcome& o) { o.knows_headers = false; }};
  CHECK(passes(transport_rule::redirects, try_initiatives, headless));
  CHECK(report_of(try_cookies, headless)[transport_rule::repeated_headers].checks == 0);
}

TEST_CASE("transport rules: framing") {
  struct row {
    transport_rule rule;
    std::string_view path;
  };
  for (row const& each :
       {row{transport_rule::chunks, "/chunked"}, row{transport_rule::chunks, "/chunks/0"},
        row{transport_rule::trailers, "/chunked/trailer"},
        row{transport_rule::until_close, "/rest/1000"},
        row{transport_rule::interim, "/interim/100"},
        row{transport_rule::early_hints, "/interim/103"},
        row{transport_rule::content_coding, "/coded"}}) {
    CHECK_MESSAGE(passes(each.rule, try_framing), each.path);
    CHECK_MESSAGE(!passes(each.rule, try_framing, wrong_about(each.path)), each.path);
  }
  constexpr static std::array<medusa::header, 1> gzip{{{"Accept-Encoding", "gzip"}}};
  CHECK(!passes(transport_rule::content_coding, try_framing,
                {.before = [](request& r) { r.headers = gzip; }}));
  CHECK(!passes(transport_rule::content_coding, try_framing,
                {.after = [](std::string_view target, transport_outcome& o) {
                  if (target == "/coded") o.answered = true;
                }}));
}
