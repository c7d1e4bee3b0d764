// SPDX-License-Identifier: MIT
#include <medusa/client/asker.hpp>

#include <optional>
#include <utility>

#include <doctest/doctest.h>

namespace {

using medusa::bearer;
using asked = std::optional<medusa::credentials>;

struct says_at_once {
  constexpr asked operator()() { return bearer{"now"}; }
};
struct says_later {
  medusa::async_handler<asked> handler{};
  int times = 0;
  constexpr void operator()(medusa::async_handler<asked> h) { ++times, handler = std::move(h); }
};

template <class Provider>
struct fake_core {
  Provider source{};
  int good = 0;
  int nothing = 0;
  medusa::detail::asker<fake_core> asker{};
  constexpr Provider& provider() noexcept { return source; }
  constexpr void renewed(asked const& given) { ++(given ? good : nothing); }
};

constexpr bool test_asked_at_once() {
  fake_core<says_at_once> core;
  core.asker.ask(core);
  core.asker.ask(core);
  return core.good == 2 && core.nothing == 0;
}
TEST_CASE("asker: a provider that answers at once") { CHECK(test_asked_at_once()); }
static_assert(test_asked_at_once());

constexpr bool test_asked_once_for_all() {
  fake_core<says_later> core;
  core.asker.ask(core);
  core.asker.ask(core);
  if (core.source.times != 1 || core.good != 0) return false;
  core.source.handler(medusa::credentials(bearer{"later"}));
  core.asker.ask(core);
  core.source.handler = {};  // dropped
  return core.source.times == 2 && core.good == 1 && core.nothing == 1;
}
TEST_CASE("asker: once for all that ask meanwhile, and a dropped handler is nothing") {
  CHECK(test_asked_once_for_all());
}
static_assert(test_asked_once_for_all());

}  // namespace
