// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../../medusa.hpp"
#include "trial.hpp"

#include <array>
#include <string>
#include <string_view>

// medusa/testing/transport_conformance/requests.hpp

namespace medusa::inline v0::testing::detail {

inline void try_targets(transport_trial& t) {
  constexpr std::string_view targets[]{
      "/echo", "/echo/a%2Fb%20c%25%3F%23/%C3%A9", "/echo?q=a%26b%3Dc&id[]=1&limit=50&e=",
      "/echo?created_at%5Bgt%5D=2026-01-01T00%3A00%3A00.000Z", "/echo//x/~a_b-c.d"};
  for (std::string_view const target : targets) {
    auto const o = t.send(target);
    std::string const line = "GET " + std::string(target) + " HTTP/1.1";
    seen_request const seen(o.body);
    t.check(transport_rule::target, o.status == 200 && seen.line() == line,
            std::string(target) + " came as " + std::string(seen.line()));
    t.check(transport_rule::empty_others,
            !o.body.empty() && seen.body().empty() && seen.fields("Transfer-Encoding").empty(),
            "GET has a body");
    t.check(transport_rule::host,
            seen.fields("Host") == std::string(t.server().substr(t.server().find("//") + 2)) + "\n",
            "Host is " + seen.fields("Host"));
  }
  auto const o = t.send("/echo/1", {.method = method::del});
  seen_request const seen(o.body);
  t.check(transport_rule::target, seen.line() == "DELETE /echo/1 HTTP/1.1",
          "DELETE came as " + std::string(seen.line()));
  t.check(transport_rule::empty_others,
          !o.body.empty() && seen.body().empty() && seen.fields("Transfer-Encoding").empty(),
          "DELETE has a body");
}

inline void try_bodies(transport_trial& t) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  for (std::string const& body : {std::string("{}"), bytes, std::string(5000, 'x')}) {
    auto const o = t.send("/echo", {.method = method::post, .body = body});
    seen_request const seen(o.body);
    t.check(transport_rule::target, seen.line() == "POST /echo HTTP/1.1",
            "POST came as " + std::string(seen.line()));
    t.check(transport_rule::body, seen.body() == body,
            std::to_string(seen.body().size()) + " bytes of " + std::to_string(body.size()));
    t.check(transport_rule::body,
            seen.fields("Content-Length") == std::to_string(body.size()) + "\n" &&
                seen.fields("Transfer-Encoding").empty(),
            "Content-Length is " + seen.fields("Content-Length"));
  }
  auto const o = t.send("/echo", {.method = method::post});
  seen_request const seen(o.body);
  t.check(transport_rule::empty_post, seen.line() == "POST /echo HTTP/1.1" && seen.body().empty(),
          "came as " + std::string(seen.line()));
  t.check(transport_rule::empty_post, seen.fields("Content-Length") == "0\n",
          "Content-Length is " + seen.fields("Content-Length"));
}

inline void try_headers(transport_trial& t) {
  // Also those that libraries like to set themselves.
  constexpr std::array<header, 8> headers{{{"Accept", "application/json"},
                                           {"Content-Type", "application/json"},
                                           {"User-Agent", "medusa-test/1 (a; b)"},
                                           {"Accept-Encoding", "identity"},
                                           {"Authorization", "Bearer a.b-c_d"},
                                           {"Cookie", "connect.sid=s%3Aabc.d%2Fe"},
                                           {"x-medusa-access-token", "t0ken"},
                                           {"X-Quoted", R"("a, b"; c="d\"e", f)"}}};
  for (auto const m : {method::get, method::post}) {
    auto const o =
        t.send("/echo", {.method = m, .headers = headers, .body = m == method::post ? "{}" : ""});
    seen_request const seen(o.body);
    for (auto const& [name, value] : headers)
      t.check(transport_rule::headers, seen.fields(name) == std::string(value) + "\n",
              std::string(name) + " came as " + seen.fields(name));
  }
  constexpr std::array<header, 1> other{{{"X-Name", "caf\xC3\xA9"}}};
  auto const o = t.send("/echo", {.headers = other});
  t.check(transport_rule::header_bytes, seen_request(o.body).fields("X-Name") == "caf\xC3\xA9\n",
          o.answered ? "came as " + seen_request(o.body).fields("X-Name") : "an error");
}

inline void try_large(transport_trial& t) {
  std::string const body(100 * 1024, 'b');
  auto const up = t.send("/echo", {.method = method::post, .body = body});
  t.check(transport_rule::sizes, seen_request(up.body).body() == body, "100 KiB up");
  auto const down = t.send("/bytes/1048576");
  t.check_answer(transport_rule::sizes, down, 200, std::string(1048576, 'x'), "1 MiB down");
}

}  // namespace medusa::inline v0::testing::detail
