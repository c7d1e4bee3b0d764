#include <medusa/client/async_handler.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <type_traits>
#include <utility>

#include <support/twins.hpp>

namespace {

using handler = medusa::async_handler<int>;

struct listener : medusa::detail::waiter<int> {
  constexpr listener() noexcept
      : waiter([](waiter& w, int& n) { static_cast<listener&>(w).heard += n; },
               [](waiter& w) { ++static_cast<listener&>(w).dropped; }) {}
  int heard = 0;
  int dropped = 0;
};

static_assert(sizeof(handler) <= 2 * sizeof(void*));
static_assert(!std::is_copy_constructible_v<handler> &&
              std::is_nothrow_move_constructible_v<handler>);
static_assert(std::is_invocable_v<handler&, int&> && std::is_invocable_v<handler&, int> &&
              std::is_invocable_v<handler&>);

constexpr bool test_handler_runs_once() {
  listener l;
  handler h(l);
  if (!h.wanted()) return false;
  int seven = 7;
  h(seven);
  h(seven);
  h(9);
  return l.heard == 7 && l.dropped == 0 && !h.wanted();
}

constexpr bool test_handler_moves() {
  listener l, other;
  handler a(l);
  handler b(std::move(a));
  handler c;
  if (c.wanted()) return false;
  c = std::move(b);
  if (!c.wanted() || a.wanted() || b.wanted()) return false;
  c(2);
  handler d(other);
  d = handler(l);  // the one before goes
  if (other.dropped != 1 || l.dropped != 0) return false;
  handler& same = d;
  d = std::move(same);
  d(3);
  return l.heard == 5;
}

constexpr bool test_handler_that_goes_reports_it() {
  listener l;
  { handler const h(l); }
  if (l.dropped != 1) return false;
  {
    handler h(l);
    h(1);
  }
  return l.dropped == 1 && l.heard == 1;
}

constexpr bool test_handler_nobody_waits_for() {
  listener l;
  handler h(l);
  l.revoke();
  h(1);
  if (h.wanted() || l.heard != 0) return false;
  {
    std::optional<listener> gone;
    gone.emplace();
    handler late(*gone);
    gone.reset();
    if (late.wanted()) return false;
    late(1);
  }
  handler first(l);
  handler second(l);  // in place of the first
  first(1);
  second(2);
  return l.heard == 2 && l.dropped == 0;
}

}  // namespace

TWIN("a handler runs once", test_handler_runs_once);
TWIN("a handler moves", test_handler_moves);
TWIN("a handler that goes reports it", test_handler_that_goes_reports_it);
TWIN("a handler that nobody waits for", test_handler_nobody_waits_for);
