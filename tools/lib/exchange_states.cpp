// SPDX-License-Identifier: MIT
// Drives real exchanges by every sequence of events, and prints each move that was seen, for
// tools/diagrams:
//     STATE EVENT NEXT: when | when
// `when` are the circumstances in which an event leads there and nowhere else.
#include <medusa/exchange/exchange.hpp>
#include <medusa/exchange/refreshing_attempts.hpp>
#include <medusa/http/response.hpp>
#include <medusa/model/fixed.hpp>

#include <cstdio>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace medusa;

struct transport_error {};
using failure_type = failure<fixed<48, 4>, transport_error>;
struct read_nothing {
  bool operator()(response_view&, detail::failure_slot<failure_type>&) const { return true; }
};
using exchange_type = basic_exchange<failure_type, read_nothing, refreshing_attempts>;

/// A call that is under way, and the world around it.
struct call {
  bool repeatable;
  explicit call(bool may_be_repeated) : repeatable(may_be_repeated) {}
  bool cancel = false;
  duration now{};
  request made{.timeout = duration::seconds(1), .cancel = cancellation(&cancel)};
  retry_policy policy{.max_retries = 1, .base_delay = duration::milliseconds(100)};
  std::optional<failure_type> failed{};
  detail::optional_slot<failure_type> slot{failed};
  exchange_type machine{read_nothing{},        slot,       made, policy,
                        duration::seconds(10), repeatable, true};
  step at = step::done;
  bool begun = false;
  duration end = duration::max();
  int waits = 0;
  int renewals = 0;
  call(call const&) = delete;
  call& operator=(call const&) = delete;

  [[nodiscard]] moment here() const { return {.now = now}; }
  [[nodiscard]] char const* no_retry_or(char const* when) const {
    return waits > 0 ? "no retry left" : when;
  }
  [[nodiscard]] step received(int status) {
    response_view response(status, "{}");
    return machine.received(response, here());
  }
};

struct event {
  char const* name;  ///< the function of the exchange
  step from;
  char const* (*when)(call const&);  ///< in words
  step (*happen)(call&);
};

char const* final_answer(call const&) { return "success, or a refusal that stays"; }
char const* busy(call const& c) { return c.no_retry_or("429, 503, …"); }
char const* renewable(call const& c) { return c.renewals > 0 ? "401 again" : "401"; }
char const* no_answer(call const& c) {
  return !c.repeatable ? "no answer, not to be repeated"
                       : c.no_retry_or("no answer, may be repeated");
}
char const* given_up(call const&) { return "the driver gives up"; }
step stop(call& c) { return c.machine.stop(errc::transport_failed); }

/// What can happen to an exchange after `begin`.
event const events[] = {
    {"received", step::send, final_answer, [](call& c) { return c.received(200); }},
    {"received", step::send, final_answer, [](call& c) { return c.received(404); }},
    {"received", step::send, busy, [](call& c) { return c.received(503); }},
    {"received", step::send, renewable, [](call& c) { return c.received(401); }},
    {"failed", step::send, no_answer, [](call& c) { return c.machine.failed({}, true, c.here()); }},
    {"failed", step::send, no_answer, [](call& c) { return c.machine.silent(c.here()); }},
    {"waited", step::wait, [](call const&) { return "in time"; },
     [](call& c) { return c.machine.waited(c.now); }},
    {"refreshed", step::refresh, [](call const&) { return "new credentials"; },
     [](call& c) { return c.machine.refreshed(std::nullopt, c.now); }},
    {"refreshed", step::refresh, [](call const&) { return "none"; },
     [](call& c) { return c.machine.refreshed(errc::unauthorized, c.now); }},
    {"stop", step::send, given_up, stop},
    {"stop", step::wait, given_up, stop},
    {"stop", step::refresh, given_up, stop},
};

enum class world { as_it_was, cancelled, late };
constexpr world worlds[] = {world::as_it_was, world::cancelled, world::late};

void enter(call& c, world w) {
  if (w == world::cancelled) c.cancel = true;
  if (w == world::late) c.now = c.now + duration::seconds(11);
}

char const* name_of(call const& c) {
  if (!c.begun) return "begin";
  switch (c.at) {
    case step::send: return "send";
    case step::wait: return "wait";
    case step::refresh: return "refresh";
    case step::done: return "done";
  }
  return "?";
}

struct move {
  std::string from, event, to;
  auto operator<=>(move const&) const = default;
};
std::map<move, std::set<std::string>> seen;

using path = std::vector<std::pair<event const*, world>>;

/// Lets one thing happen; what it was called, and when it happens.
std::pair<std::string, std::string> take(call& c, event const& e) {
  std::string when = c.cancel         ? "cancelled"
                     : c.now >= c.end ? "deadline over"
                     : c.begun        ? e.when(c)
                                      : "";
  if (!c.begun) {
    c.begun = true;
    c.end = c.now + duration::seconds(10);
    c.at = c.machine.begin(c.now);
    return {"begin", when};
  }
  c.at = e.happen(c);
  c.waits += c.at == step::wait;
  c.renewals += c.at == step::refresh;
  return {e.name, when};
}

/// Goes a path from the start and notes its last move. Whether it goes on from there.
bool go(path const& p, bool repeatable) {
  call c(repeatable);
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (c.begun && p[i].first->from != c.at) return false;
    std::string const from = name_of(c);
    enter(c, p[i].second);
    auto const [name, when] = take(c, *p[i].first);
    if (i + 1 == p.size()) seen[{from, name, name_of(c)}].insert(when);
  }
  return c.at != step::done;
}

void explore(path& p, bool repeatable, std::size_t depth) {
  for (event const& each : events) {
    for (world const w : worlds) {
      p.emplace_back(&each, w);
      if (go(p, repeatable) && depth > 1) explore(p, repeatable, depth - 1);
      p.pop_back();
    }
    if (p.empty()) return;  // `begin` comes first, whatever the event
  }
}

/// Whether the same event in the same circumstances may lead to something else.
bool is_elsewhere(move const& m, std::string const& when) {
  for (auto const& [other, whens] : seen)
    if (other.from == m.from && other.event == m.event && other.to != m.to && whens.contains(when))
      return true;
  return false;
}

}  // namespace

int main() {
  path start;
  explore(start, true, 6);
  explore(start, false, 6);
  for (auto const& [m, whens] : seen) {
    std::printf("%s %s %s:", m.from.c_str(), m.event.c_str(), m.to.c_str());
    char const* between = " ";
    for (auto const& each : whens) {
      if (each.empty() || is_elsewhere(m, each)) continue;
      std::printf("%s%s", between, each.c_str());
      between = " | ";
    }
    std::printf("\n");
  }
}
