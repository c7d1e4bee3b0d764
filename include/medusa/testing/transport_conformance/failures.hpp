// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <thread>

#include <medusa/http/method.hpp>
#include <medusa/testing/transport_conformance/trial.hpp>

namespace medusa::inline v0::testing::detail {

inline void try_broken_servers(transport_trial& t) {
  auto const broken = [&](transport_rule rule, std::string_view path) {
    for (auto const m : {method::get, method::post}) {
      int const before = t.requests_seen();
      auto const o = t.send(path, {.method = m, .body = m == method::post ? "{}" : ""});
      t.check_error(rule, o, path);
      if (!o.answered)
        t.check(transport_rule::lost, o.may_have_been_sent,
                std::string(path) + ": it says it was not sent");
      t.check_answer(transport_rule::recovery, t.send("/ok"), 200, "ok",
                     "after " + std::string(path));
      int const seen = t.requests_seen() - before;
      t.check(transport_rule::no_repetition, seen == 2,
              std::string(path) + ": sent " + std::to_string(seen - 1) + " times");
    }
  };
  for (std::string_view const path : {"/close", "/reset"}) broken(transport_rule::no_answer, path);
  for (std::string_view const path :
       {"/cut/line", "/cut/head", "/cut/body", "/cut/chunk", "/cut/chunks", "/cut/reset"})
    broken(transport_rule::cut_answer, path);
  for (std::string_view const path : {"/nonsense", "/nonsense/status"})
    broken(transport_rule::no_http, path);
}

inline void try_connections(transport_trial& t) {
  auto const closed = t.send("/closed");
  t.check(transport_rule::refused, closed.answered, "the server does not say where nobody listens");
  auto const o = t.send_to(closed.body, "/ok", {});
  t.check_error(transport_rule::refused, o, closed.body);
  t.check(transport_rule::refused, !o.may_have_been_sent, "it says it was sent");

  // Node closes what has been idle for 5 s; this is for the end to arrive, on a busy machine, too.
  constexpr std::chrono::milliseconds idle{250};
  for (std::string_view const path : {"/ok/close", "/ok/reset"})
    for (auto const m : {method::get, method::post}) {
      t.check_answer(transport_rule::idle_close, t.send(path), 200, "ok", path);
      std::this_thread::sleep_for(idle);
      int const before = t.requests_seen();
      t.check_answer(transport_rule::idle_close, t.send("/ok", {.method = m}), 200, "ok",
                     "the next call");
      t.check(transport_rule::no_repetition, t.requests_seen() == before + 1, "a repeated call");
      t.check_answer(transport_rule::idle_close, t.send(path), 200, "ok", path);
      std::this_thread::sleep_for(idle);
      auto const next = t.send("/status/404", {.method = m, .body = m == method::post ? "{}" : ""});
      t.check_answer(transport_rule::idle_close, next, 404, "status 404", "the next call");
    }
}

inline void try_views(transport_trial& t) {
  for (int i = 0; i < 2; ++i) {
    header const headers[]{{"X-Mine", i == 0 ? "first" : "second"}};
    std::string const body = i == 0 ? "first" : "second";
    auto const o =
        t.send("/echo/" + body, {.method = method::post, .headers = headers, .body = body});
    seen_request const seen(o.body);
    t.check(transport_rule::no_views,
            seen.body() == body && seen.fields("X-Mine") == body + "\n" &&
                seen.line() == "POST /echo/" + body + " HTTP/1.1",
            "of the " + body + " request came " + std::string(seen.body()));
  }
}

}  // namespace medusa::inline v0::testing::detail
