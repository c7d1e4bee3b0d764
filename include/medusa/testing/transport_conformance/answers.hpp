// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>
#include <string_view>

#include <medusa/http/header.hpp>
#include <medusa/http/method.hpp>
#include <medusa/testing/transport_conformance/trial.hpp>

namespace medusa::inline v0::testing::detail {

inline void try_statuses(transport_trial& t) {
  for (auto const m : {method::get, method::post, method::del})
    for (int const status : {201, 400, 403, 404, 409, 413, 422, 429, 500, 502, 503, 504}) {
      std::string const name = std::to_string(status);
      t.check_answer(transport_rule::statuses, t.send("/status/" + name, {.method = m}), status,
                     "status " + name, name);
    }
  t.check_answer(transport_rule::no_content, t.send("/status/204", {.method = method::post}), 204,
                 "", "204");
  t.check_answer(transport_rule::no_content, t.send("/ok"), 200, "ok", "the call after it");
}

/// What a library might do something about by itself: the server counts.
inline void try_initiatives(transport_trial& t) {
  for (auto const m : {method::get, method::post, method::del})
    for (int const status : {301, 302, 303, 307, 308}) {
      int const before = t.requests_seen();
      std::string const name = std::to_string(status);
      auto const o = t.send("/status/" + name, {.method = m});
      t.check_answer(transport_rule::redirects, o, status, "status " + name, name);
      t.check(transport_rule::redirects, !o.knows_headers || o.header("Location") == "/ok",
              name + " without its Location");
      t.check(transport_rule::redirects, t.requests_seen() == before + 1, name + " was followed");
    }
  int const before = t.requests_seen();
  auto const o = t.send("/status/401", {.method = method::post, .body = "{}"});
  t.check_answer(transport_rule::challenges, o, 401, "status 401", "401");
  t.check(transport_rule::challenges, t.requests_seen() == before + 1, "401 was answered");
}

inline void try_cookies(transport_trial& t) {
  auto const o = t.send("/cookies");
  t.check_answer(transport_rule::cookies, o, 200, "ok", "Set-Cookie");
  if (o.knows_headers) {
    t.check(transport_rule::repeated_headers, o.header("Set-Cookie", 0) == "a=1; Path=/; HttpOnly",
            "the first is " + std::string(o.header("Set-Cookie", 0)));
    t.check(transport_rule::repeated_headers,
            o.header("Set-Cookie", 1) == "b=2; Path=/; Expires=Wed, 01 Jan 2031 00:00:00 GMT",
            "the second is " + std::string(o.header("Set-Cookie", 1)));
    // Under a name with other capitals.
    t.check(transport_rule::answer_headers, o.header("X-Case") == "a%2Fb, c",
            "\"a%2Fb, c\" came as \"" + std::string(o.header("X-Case")) + '"');
  }
  auto const next = t.send("/echo");
  t.check(transport_rule::cookies,
          next.answered && seen_request(next.body).fields("Cookie").empty(),
          "sent back: " + seen_request(next.body).fields("Cookie"));
}

inline void try_framing(transport_trial& t) {
  t.check_answer(transport_rule::chunks, t.send("/chunked"), 200, "one, two, three", "chunks");
  t.check_answer(transport_rule::trailers, t.send("/chunked/trailer"), 200, "one, two, three",
                 "a trailer");
  t.check_answer(transport_rule::chunks, t.send("/chunks/100000"), 200, std::string(100000, 'x'),
                 "100000 bytes");
  t.check_answer(transport_rule::chunks, t.send("/chunks/0"), 200, "", "an empty body");
  t.check_answer(transport_rule::until_close, t.send("/rest/1000"), 200, std::string(1000, 'x'),
                 "1000 bytes");
  t.check_answer(transport_rule::until_close, t.send("/rest/0"), 200, "", "an empty body");
  t.check_answer(transport_rule::interim, t.send("/interim/100"), 200, "ok", "100");
  t.check_answer(transport_rule::early_hints, t.send("/interim/103"), 200, "ok", "103");
  t.check_answer(transport_rule::content_coding, t.send("/coded"), 200, "hello, world",
                 "gzip where accepted");
  constexpr std::array<header, 1> gzip{{{"Accept-Encoding", "gzip"}}};
  auto const coded = t.send("/coded", {.headers = gzip});
  t.check(transport_rule::content_coding, !coded.answered || coded.body == "hello, world",
          "gzip that was asked for is given as it came");
}

}  // namespace medusa::inline v0::testing::detail
