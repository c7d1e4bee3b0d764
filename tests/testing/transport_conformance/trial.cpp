// SPDX-License-Identifier: MIT
#include <medusa/testing/transport_conformance/trial.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include <medusa/core/result.hpp>
#include <medusa/http/response.hpp>

using medusa::request;
using medusa::testing::detail::observe;
using medusa::testing::detail::seen_request;
using medusa::testing::detail::transport_outcome;
using medusa::testing::detail::transport_trial;

namespace {

struct complaint {
  friend bool request_may_have_been_sent(complaint const&) { return false; }
};
struct keeps_a_view {
  medusa::result<medusa::response_view, complaint> send(request const& r) {
    if (r.body.empty()) return medusa::unexpected(complaint());
    return medusa::response_view(200, r.body);
  }
};

}  // namespace

TEST_CASE("a trial overwrites the request before it looks at the response") {
  keeps_a_view http;
  std::string last_url;
  transport_trial t(
      [&](std::string_view, request const& r, auto const& scrub) {
        last_url = r.url;
        CHECK(r.url.ends_with(r.target));
        return observe(http, r, scrub);
      },
      "http://h:1");
  auto const o = t.send("/echo", {.body = "text"});
  CHECK(last_url == "http://h:1/echo");
  CHECK(o.is(200, "####"));
  CHECK(o.knows_headers);
  auto const none = t.send("/echo");
  CHECK(!none.answered);
  CHECK(!none.may_have_been_sent);
  CHECK(t.requests_seen() == -1);
}

TEST_CASE("a request with a line that is no field") {
  CHECK(seen_request("GET / HTTP/1.1\r\nno colon\r\nA: 1\r\n\r\n").fields("a") == "1\n");
}

TEST_CASE("a request as the server saw it") {
  seen_request const seen("POST /a HTTP/1.1\r\nHost: h\r\nX: 1\r\nx:  2 \r\n\r\nbody");
  CHECK(seen.line() == "POST /a HTTP/1.1");
  CHECK(seen.body() == "body");
  CHECK(seen.fields("X") == "1\n2\n");
  CHECK(seen.fields("Y").empty());
  seen_request const none("");
  CHECK(none.line().empty());
  CHECK(none.body().empty());
}
