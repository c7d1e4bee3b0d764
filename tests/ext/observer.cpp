// SPDX-License-Identifier: MIT
#include <medusa/ext/observer.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string_view>

#include <medusa/client/client.hpp>
#include <medusa/core/static_vector.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/testing/scripted_transport.hpp>
#include <medusa/testing/virtual_clock.hpp>

namespace {

using namespace medusa;
using namespace medusa::testing;
using ext::attempt;
using ext::observer;

using log = static_vector<attempt, 8>;
struct writes_down {
  log* to;
  constexpr void operator()(attempt const& a) const { *to->try_emplace_back() = a; }
};
using watch = observer<scripted_transport&, virtual_clock&, writes_down>;
static_assert(transport<watch> && medusa::clock<watch> && medusa::detail::clock_with_unix_time<watch>);

template <class S>
using client_of = admin::client<watch&, json::scanner, S, watch&>;
constexpr basic_options<watch> options{.base_url = "http://h", .retry = {.max_retries = 3}};
constexpr scripted_step get(std::string_view target = "/admin/users/u") { return expect(method::get, target); }
constexpr std::string_view one = R"({"user":{"id":"u","email":"e"}})";

constexpr bool again(attempt const& a, std::uint32_t number, outcome reason, int status) {
  return a.number == number && a.reason == reason && a.status == status;
}
constexpr bool first(attempt const& a) { return a.number == 1 && !a.reason && a.status == 0 && a.delay == duration(); }

template <class S>
constexpr bool test_observer_of_retries() {
  virtual_clock clock;
  scripted_transport server(clock, {get().fail(scripted_error::refused), get().answer(503).header("Retry-After", "2"),
                                    get().fail(scripted_error::broken), get().answer(200, one),
                                    get().answer(200, one)});
  log seen;
  watch watched{server, clock, writes_down{&seen}};
  client_of<S> client{watched, options, watched};
  if (!client.users().retrieve("u") || !client.users().retrieve("u") || !server.finished() || seen.size() != 5) return false;
  return first(seen[0]) && seen[0].method == method::get && again(seen[1], 2, outcome::not_sent, 0) &&
         again(seen[2], 3, outcome::not_processed, 503) && again(seen[3], 4, outcome::unknown, 0) &&
         seen[2].delay == duration::seconds(2) && seen[1].delay + seen[2].delay + seen[3].delay == clock.waited() &&
         first(seen[4]);  // a call of its own
}

/// A wait that was cancelled belongs to no other call.
template <class S>
constexpr bool test_observer_of_cancelled_waits() {
  struct cancelling_clock : virtual_clock {
    bool flag = false;
    constexpr void wait(duration d) { virtual_clock::wait(d), flag = true; }
  };
  cancelling_clock clock;
  scripted_transport server{get().answer(503).header("Retry-After", "1"), get("/admin/users/v").answer(200, one)};
  log seen;
  observer<scripted_transport&, cancelling_clock&, writes_down> watched{server, clock, writes_down{&seen}};
  using watch_type = decltype(watched);
  admin::client<watch_type&, json::scanner, S, watch_type&> client{
      watched, {.base_url = "http://h", .retry = {.max_retries = 3}}, watched};
  if (client.users().retrieve("u", {.cancel = &clock.flag}) || !client.users().retrieve("v")) return false;
  return seen.size() == 2 && first(seen[1]) && server.finished();
}

/// Two creates of the same user are two calls, since each has its key.
template <class S>
constexpr bool test_observer_of_equal_calls() {
  scripted_step const create = expect(method::post, "/admin/users");
  virtual_clock clock;
  scripted_transport server{create.answer(503), create.answer(503), create.answer(200, one)};
  log seen;
  watch watched{server, clock, writes_down{&seen}};
  basic_options<watch> once = options;
  once.retry.max_retries = 1;
  client_of<S> client{watched, once, watched};
  if (client.users().create({.email = "e", .password = "p"})) return false;
  watched.wait(duration::seconds(1));  // whoever it was that waited
  if (!client.users().create({.email = "e", .password = "p"})) return false;
  return seen.size() == 3 && first(seen[0]) && again(seen[1], 2, outcome::not_processed, 503) && first(seen[2]);
}

/// Without a clock's `unix_time` there is none.
struct plain_clock {
  static constexpr duration now() { return {}; }
  static constexpr void wait(duration) {}
  static constexpr std::uint64_t random() { return 0; }
};
static_assert(!medusa::detail::clock_with_unix_time<observer<scripted_transport&, plain_clock, writes_down>>);

}  // namespace

TEST_CASE_TEMPLATE("observer: attempts", S, hosted, fixed<48, 4>, borrowed<4>) {
  CHECK(test_observer_of_retries<S>());
  CHECK(test_observer_of_cancelled_waits<S>());
  CHECK(test_observer_of_equal_calls<S>());
}
static_assert(test_observer_of_retries<fixed<48, 4>>() && test_observer_of_retries<borrowed<4>>());
static_assert(test_observer_of_cancelled_waits<fixed<48, 4>>() && test_observer_of_cancelled_waits<borrowed<4>>());
static_assert(test_observer_of_equal_calls<fixed<48, 4>>() && test_observer_of_equal_calls<borrowed<4>>());
TEST_CASE("observer: as it is written") {
  int calls = 0;
  virtual_clock clock;
  scripted_transport server{get().answer(200, one)};
  observer watched{server, clock, [&calls](attempt const& a) { calls += a.target == "/admin/users/u" ? 1 : 100; }};
  admin::client client{watched, {.base_url = "http://h"}, watched};
  CHECK(client.users().retrieve("u").has_value());
  CHECK(calls == 1);
}
