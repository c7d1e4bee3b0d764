// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <medusa/http/request.hpp>
#include <medusa/testing/transport_conformance/trial.hpp>
#include <support/conformance_server.hpp>
#include <support/loopback_http1.hpp>

namespace support {

using medusa::testing::transport_rule;
using medusa::testing::detail::transport_outcome;
using medusa::testing::detail::transport_trial;

/// What is wrong with a transport: it changes what is sent, or what came of it.
struct flaw {
  std::function<void(medusa::request&)> before{};
  std::function<void(std::string_view target, transport_outcome&)> after{};
  bool sends_twice = false;
};

/// What is found when a good transport with that flaw is tried.
inline medusa::testing::transport_report report_of(void (*attempt)(transport_trial&),
                                                   flaw const& f = {}) {
  conformance_server const server;
  // Not on the stack: each holds megabytes, and g++ at -O3 has all of them in one frame.
  using http1 = decltype(loopback_http1(server.url()));
  std::unique_ptr<http1> const http(new http1(loopback_http1(server.url())));
  transport_trial t(
      [&](std::string_view to, medusa::request r, std::function<void()> const& scrub) {
        std::string const target(r.target);
        if (f.before) f.before(r);
        if (f.sends_twice && target != "/count") static_cast<void>(http->send(r));
        std::unique_ptr<http1> other;
        if (to != server.url()) other.reset(new http1(loopback_http1(to)));
        auto o = medusa::testing::detail::observe(other ? *other : *http, r, scrub);
        if (f.after) f.after(target, o);
        return o;
      },
      server.url());
  attempt(t);
  return std::move(t.report);
}
inline bool passes(transport_rule rule, medusa::testing::transport_report const& report) {
  return report[rule].checks != 0 && report[rule].passed();
}
inline bool passes(transport_rule rule, void (*attempt)(transport_trial&), flaw const& f = {}) {
  return passes(rule, report_of(attempt, f));
}

/// Loses the answers to one path, or makes them of nothing.
inline flaw wrong_about(std::string_view path) {
  return {.after = [path](std::string_view target, transport_outcome& o) {
    if (!target.starts_with(path)) return;
    o.answered = !o.answered;
    o.status = 200;
    o.body.clear();
  }};
}
/// Tells the contrary of whether the request was sent.
inline flaw mistaken_about_sending() {
  return {.after = [](std::string_view, transport_outcome& o) {
    o.may_have_been_sent = !o.may_have_been_sent;
  }};
}
inline flaw slow_by_its_own_account() {
  return {.after = [](std::string_view, transport_outcome& o) { o.took_ms = 9999; }};
}

}  // namespace support
