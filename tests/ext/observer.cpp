// SPDX-License-Identifier: MIT
#include <medusa/ext/observer.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <medusa/client/async_client.hpp>
#include <medusa/client/client.hpp>
#include <medusa/client/steady_clock.hpp>
#include <medusa/core/static_vector.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/testing/async_scripted_transport.hpp>
#include <medusa/testing/scripted_transport.hpp>
#include <medusa/testing/virtual_clock.hpp>

namespace {

using namespace medusa;
using namespace medusa::testing;
using ext::observer;

using log = static_vector<ext::attempt, 8>;
struct writes_down {
  log* to;
  constexpr void operator()(ext::attempt const& a) const { *to->try_emplace_back() = a; }
};
using watch = observer<scripted_transport&, writes_down>;
using async_watch = observer<async_scripted_transport&, writes_down>;
static_assert(transport<watch> && !async_transport<watch> && !medusa::detail::polled<watch>);
static_assert(async_transport<async_watch> && !transport<async_watch> &&
              medusa::detail::polled<async_watch>);

template <class S>
using client_of = admin::client<watch&, json::scanner, S, virtual_clock&>;
constexpr basic_options<virtual_clock> options{.base_url = "http://h", .retry = {.max_retries = 3}};
constexpr scripted_step get(std::string_view target = "/admin/users/u") {
  return expect(method::get, target);
}
constexpr std::string_view one = R"({"user":{"id":"u","email":"e"}})";

constexpr bool again(ext::attempt const& a, std::uint32_t number, outcome reason, int status) {
  return a.number == number && a.reason == reason && a.status == status;
}
constexpr bool first(ext::attempt const& a) {
  return a.number == 1 && a.reason == outcome{} && a.status == 0 && a.delay == duration();
}

template <class S>
constexpr bool test_observer_of_retries() {
  virtual_clock clock;
  scripted_transport server(
      clock, {get().fail(scripted_error::refused), get().answer(503).header("Retry-After", "2"),
              get().fail(scripted_error::broken), get().answer(200, one), get().answer(200, one)});
  log seen;
  watch watched{server, writes_down{&seen}};
  client_of<S> client{watched, options, clock};
  if (!client.users().retrieve("u") || !client.users().retrieve("u") || !server.finished() ||
      seen.size() != 5)
    return false;
  return first(seen[0]) && seen[0].method == method::get &&
         again(seen[1], 2, outcome::not_sent, 0) &&
         again(seen[2], 3, outcome::not_processed, 503) && again(seen[3], 4, outcome::unknown, 0) &&
         seen[2].delay == duration::seconds(2) &&
         seen[1].delay + seen[2].delay + seen[3].delay == clock.waited() &&
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
  scripted_transport server{get().answer(503).header("Retry-After", "1"),
                            get("/admin/users/v").answer(200, one)};
  log seen;
  watch watched{server, writes_down{&seen}};
  admin::client<watch&, json::scanner, S, cancelling_clock&> client{
      watched, {.base_url = "http://h", .retry = {.max_retries = 3}}, clock};
  if (client.users().retrieve("u", {.cancel = &clock.flag}) || !client.users().retrieve("v"))
    return false;
  return seen.size() == 2 && first(seen[1]) && server.finished();
}

struct renews {
  constexpr std::optional<credentials> operator()() const { return api_token{"new"}; }
};

/// A request that is sent again with new credentials is another attempt, at once.
template <class S>
constexpr bool test_observer_of_renewed_credentials() {
  virtual_clock clock;
  scripted_transport server(clock, {get().answer(503).header("Retry-After", "2"), get().answer(401),
                                    get().answer(503), get().answer(200, one)});
  log seen;
  watch watched{server, writes_down{&seen}};
  basic_options<virtual_clock> signing = options;
  signing.credentials = api_token{"old"};
  admin::client<watch&, json::scanner, S, virtual_clock&, renews> client{watched, signing, clock,
                                                                         renews()};
  if (!client.users().retrieve("u") || seen.size() != 4) return false;
  return first(seen[0]) && again(seen[1], 2, outcome::not_processed, 503) &&
         seen[1].delay == duration::seconds(2) && again(seen[2], 3, outcome::answered, 401) &&
         seen[2].delay == duration() && again(seen[3], 4, outcome::not_processed, 503);
}

/// Of calls that are under way at once, each has its own attempts.
template <class S>
constexpr bool test_observer_of_asynchronous_calls() {
  virtual_clock clock;
  async_scripted_transport server{{get().answer(503).header("Retry-After", "1"),
                                   get("/admin/users/v").fail(scripted_error::refused),
                                   get("/admin/users/v").answer(200, one), get().answer(200, one)}};
  log seen;
  async_watch watched{server, writes_down{&seen}};
  basic_options<virtual_clock> quick = options;
  quick.retry.base_delay = duration::milliseconds(10);
  admin::async_client<async_watch&, json::scanner, S, virtual_clock&> client{watched, quick, clock};
  int good = 0;
  auto const count = [&good](auto const& user) { good += user ? 1 : 0; };
  client.users().retrieve("u", count);
  client.users().retrieve("v", count);
  for (int i = 0; i < 300 && good < 2; ++i) {
    clock.advance(duration::milliseconds(10));
    client.poll();
  }
  return good == 2 && seen.size() == 4 && first(seen[0]) && first(seen[1]) &&
         again(seen[2], 2, outcome::not_sent, 0) &&
         again(seen[3], 2, outcome::not_processed, 503) && seen[3].delay == duration::seconds(1);
}

}  // namespace

TEST_CASE_TEMPLATE("observer: attempts", S, hosted, fixed<48, 4>, borrowed<4>) {
  CHECK(test_observer_of_retries<S>());
  CHECK(test_observer_of_cancelled_waits<S>());
  CHECK(test_observer_of_renewed_credentials<S>());
  CHECK(test_observer_of_asynchronous_calls<S>());
}
static_assert(test_observer_of_retries<fixed<48, 4>>() && test_observer_of_retries<borrowed<4>>());
static_assert(test_observer_of_cancelled_waits<fixed<48, 4>>() &&
              test_observer_of_cancelled_waits<borrowed<4>>());
static_assert(test_observer_of_renewed_credentials<fixed<48, 4>>() &&
              test_observer_of_renewed_credentials<borrowed<4>>());
static_assert(test_observer_of_asynchronous_calls<fixed<48, 4>>() &&
              test_observer_of_asynchronous_calls<borrowed<4>>());
TEST_CASE("observer: as it is written") {
  int calls = 0;
  scripted_transport server{get().answer(200, one)};
  observer watched{
      server, [&calls](ext::attempt const& a) { calls += a.target == "/admin/users/u" ? 1 : 100; }};
  admin::client client{watched, {.base_url = "http://h"}};
  CHECK(client.users().retrieve("u").has_value());
  CHECK(calls == 1);
}
