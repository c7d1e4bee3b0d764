// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../../medusa.hpp"
#include "trial.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

// medusa/testing/transport_conformance/limits.hpp

namespace medusa::inline v0::testing::detail {

/// Far beyond what a call that gives up takes, far below what waits at the server: a slow machine
/// must fail no rule.
inline constexpr std::int64_t soon_ms = 5000;
inline constexpr auto long_time = duration::seconds(20);

inline void try_sizes(transport_trial& t) {
  for (std::string const path : {"/bytes/", "/chunks/", "/rest/"})
    for (auto const limit : {std::size_t{1}, std::size_t{1000}, std::size_t{70000}}) {
      std::string const fits = path + std::to_string(limit);
      t.check_answer(transport_rule::max_body, t.send(fits, {.max_body = limit}), 200,
                     std::string(limit, 'x'), fits);
      std::string const larger = path + std::to_string(limit + 1);
      t.check_error(transport_rule::max_body, t.send(larger, {.max_body = limit}), larger);
    }
  t.check_answer(transport_rule::max_body, t.send("/bytes/0", {.max_body = 0}), 200, "",
                 "nothing where nothing may be");
  t.check_error(transport_rule::max_body, t.send("/status/500", {.max_body = 5}), "an error page");
  // It never ends, so neither does a transport that counts afterwards.
  for (std::string_view const path : {"/endless/chunks", "/endless/bytes"}) {
    auto const o = t.send(path, {.timeout = long_time, .max_body = 10000});
    t.check_error(transport_rule::endless_body, o, path);
    t.check(transport_rule::endless_body, o.took_ms < soon_ms,
            "it took " + std::to_string(o.took_ms) + " ms");
  }
}

inline void try_times(transport_trial& t) {
  constexpr std::int64_t limit_ms = 300;
  auto const late = [&](transport_rule rule, std::string_view server, std::string_view path) {
    auto const o = t.send_to(server, path, {.timeout = duration::milliseconds(limit_ms)});
    t.check_error(rule, o, path);
    t.check(rule, o.took_ms < soon_ms, "it took " + std::to_string(o.took_ms) + " ms");
    return o;
  };
  auto const silent = late(transport_rule::time_limit, t.server(), "/silence");
  t.report.overrun_ms = silent.took_ms - limit_ms;
  t.check(transport_rule::time_limit, silent.took_ms >= limit_ms - 20,
          "given up after " + std::to_string(silent.took_ms) + " ms");
  late(transport_rule::time_limit, t.server(), "/slow-head");
  late(transport_rule::time_limit_in_body, t.server(), "/trickle");
  // The server takes the greeting for the beginning of a request, and waits for its end.
  std::string const tls = "https" + std::string(t.server().substr(t.server().find(':')));
  auto const shaking = late(transport_rule::time_limit_of_tls, tls, "/ok");
  t.check(transport_rule::unconnected, !shaking.answered && !shaking.may_have_been_sent,
          "it says it was sent");
  for (int const none : {0, -1})
    t.check_error(transport_rule::no_time, t.send("/ok", {.timeout = duration::milliseconds(none)}),
                  std::to_string(none) + " ms");
}

/// Set when it is looked at for the n-th time; any thread may look.
class patient_flag {
 public:
  explicit patient_flag(int looks) : left_(looks) {}
  [[nodiscard]] bool load() const { return --left_ <= 0; }

 private:
  mutable std::atomic<int> left_;
};
/// Set after a while.
class timed_flag {
 public:
  explicit timed_flag(std::chrono::milliseconds after)
      : when_(std::chrono::steady_clock::now() + after) {}
  [[nodiscard]] bool load() const { return std::chrono::steady_clock::now() >= when_; }

 private:
  std::chrono::steady_clock::time_point when_;
};

inline void try_early_cancellation(transport_trial& t) {
  int const before = t.requests_seen();
  bool const set = true;
  auto const early = t.send("/ok", {.cancel = &set});
  t.check_error(transport_rule::cancelled_before, early, "cancelled");
  t.check(transport_rule::cancelled_before, !early.may_have_been_sent, "it says it was sent");
  t.check(transport_rule::cancelled_before, t.requests_seen() == before, "it was sent");
}

inline void try_cancellation(transport_trial& t) {
  auto const waiting = [&](transport_rule rule, std::string_view path) {
    // At a look every 100 ms these are 2 s, of the 20 there are.
    patient_flag const flag(20);
    auto const o = t.send(path, {.timeout = long_time, .cancel = &flag});
    t.check_error(rule, o, path);
    t.check(rule, o.took_ms < soon_ms, "20 looks took " + std::to_string(o.took_ms) + " ms");
    t.check(rule, o.may_have_been_sent, "it says it was not sent");
  };
  waiting(transport_rule::cancelled_waiting, "/silence");
  waiting(transport_rule::cancelled_in_body, "/trickle");

  constexpr std::chrono::milliseconds after{200};
  timed_flag const flag(after);
  auto const o = t.send("/silence", {.timeout = long_time, .cancel = &flag});
  t.check_error(transport_rule::cancelled_waiting, o, "/silence");
  t.report.reaction_ms = o.took_ms - after.count();
}

}  // namespace medusa::inline v0::testing::detail
