#include <medusa/client/async_driving.hpp>

#include <doctest/doctest.h>

#include <support/twins.hpp>

namespace {

using medusa::errc;
using medusa::step;
using medusa::detail::event;

/// Acts as often as it is told to, and ends the call in the last act if it is to.
struct driven_core {
  struct call {
    step next = step::done;
    bool watched = true;
    bool* ended = nullptr;
  };
  struct occurrence {
    event what{};
    errc code{};
  };

  constexpr void act(call& c, step) {
    if (++acts < last) c.next = step::send;
    else if (ends) *c.ended = true;
    c.watched = false;
  }
  constexpr void watch(call& c) {
    ++watches;
    c.watched = true;
  }
  constexpr void give_up(call&, occurrence const& o) { given_up = o.code; }

  int last = 1;
  bool ends = false;
  int acts = 0;
  int watches = 0;
  errc given_up{};
};
using driver = medusa::detail::async_driving<driven_core>;

constexpr bool test_driven_until_it_has_to_wait() {
  driven_core core{.last = 3};
  driven_core::call c{.next = step::send};
  {
    driver d(core, c);
    if (c.ended == nullptr) return false;
    d.run();
  }
  return core.acts == 3 && core.watches == 1 && c.ended == nullptr && core.given_up == errc{};
}
TWIN("async_driving: acts until there is nothing but to wait", test_driven_until_it_has_to_wait);

// Nothing of a call that has ended is looked at: it may be gone.
constexpr bool test_driven_until_it_ends() {
  driven_core core{.last = 2, .ends = true};
  driven_core::call c{.next = step::send};
  bool* seen = nullptr;
  {
    driver d(core, c);
    seen = c.ended;
    d.run();
  }
  return core.acts == 2 && core.watches == 0 && c.ended == seen && core.given_up == errc{};
}
TWIN("async_driving: stops when the call ends", test_driven_until_it_ends);

constexpr bool test_driven_no_further_after_an_exception() {
  driven_core core;
  driven_core::call c{.next = step::send};
  { driver d(core, c); }  // as when what comes before `run` throws
  return core.acts == 0 && c.ended == nullptr && core.given_up == errc::transport_failed;
}
TWIN("async_driving: a call that is left halfway is given up",
     test_driven_no_further_after_an_exception);

}  // namespace
