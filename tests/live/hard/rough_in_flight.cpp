// SPDX-License-Identifier: MIT
#include <medusa/client/async_client.hpp>
#include <medusa/ext/curl_multi.hpp>

#include <support/task.hpp>

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "journey.hpp"

// Calls of an asynchronous client that are under way together, over a bad network.

using namespace contract;
using live::seed;
using medusa::duration;

TEST_CASE("live hard: coroutines over a bad network") {
  if (!live::is_ours("coroutines over a bad network")) return;
  constexpr std::size_t travellers = 8;
  constexpr int rounds = 40;
  constexpr std::chrono::seconds deadline(4);
  using clock = std::chrono::steady_clock;
  scratch s;
  live::findings wrong;
  live::creations made("rough-tasks");
  support::rough_proxy proxy(live::server_port(), {.seed = seed()});
  std::string const url = proxy.url();
  medusa::ext::curl_multi_transport http;
  medusa::admin::async_client client{http,
                                     {.base_url = url,
                                      .credentials = s.admin().credentials(),
                                      .retry = {.max_retries = 4,
                                                .base_delay = duration::milliseconds(5),
                                                .max_delay = duration::milliseconds(20)}}};
  std::size_t good = 0, failed = 0;
  std::chrono::seconds longest = deadline + std::chrono::seconds(2);
  auto const judge = [&](auto const& r, clock::time_point begin) {
    wrong.expect(clock::now() - begin < longest, "beyond its deadline");
    ++(r ? good : failed);
    if (r) return;
    errc const code = r.error().code;
    wrong.expect(code == errc::transport_failed || code == errc::timed_out ||
                     code == errc::deadline_exceeded,
                 "an error that should not be", medusa::to_string(r.error()));
  };
  medusa::call_options limits{.timeout = duration::milliseconds(400), .deadline = deadline};
  auto travel = [&](user own, int times) -> support::task {
    for (int i = 0; i < times; ++i) {
      std::string const name = own.email + std::to_string(i);
      auto begin = clock::now();
      auto const changed = co_await client.users().update(own.id, {.first_name = name}, limits);
      judge(changed, begin);
      if (changed)
        wrong.expect(changed->id == own.id && changed->first_name == name, "update", name);
      begin = clock::now();
      auto const found = co_await client.users().retrieve(own.id, limits);
      judge(found, begin);
      if (found)
        wrong.expect(
            found->id == own.id && found->email == own.email && found->created_at == own.created_at,
            "somebody else's answer", found->email);
      std::string const email = made.next_email();
      begin = clock::now();
      auto const created =
          co_await client.users().create({.email = email, .password = "s3cret"}, limits);
      judge(created, begin);
      made.note(email, created, wrong);
    }
  };
  std::vector<user> own;
  for (std::size_t i = 0; i < travellers; ++i) own.push_back(s.create("rough"));
  auto const all_travel = [&](int times) {
    std::vector<support::task> tasks;
    for (user const& each : own) tasks.push_back(travel(each, times));
    for (support::task const& each : tasks)
      while (!each.done()) {
        http.wait(duration::milliseconds(20));
        client.poll();
      }
  };
  all_travel(rounds);
  std::size_t const bad = failed;
  CHECK(good > travellers * rounds);
  CHECK(bad > travellers);
  proxy.be_good();
  limits = {.timeout = duration::seconds(30)};
  longest = std::chrono::seconds(60);
  all_travel(2);
  CHECK(failed == bad);  // the same client, once the network is good

  made.compare(wrong);
  for (std::string const& email : made.emails())
    wrong.expect(proxy.requests_with("\"email\":\"" + email) <= 1, "a creation was sent again",
                 email);
  wrong.check();
  the_world().covered("bad network, " + std::to_string(travellers) + " coroutines, seed " +
                      std::to_string(seed()) + ": " + std::to_string(good) + " calls good, " +
                      std::to_string(bad) + " not; creations: " + std::to_string(made.told()) +
                      " told, " + std::to_string(made.lost()) + " lost, of which " +
                      std::to_string(made.done_in_silence()) + " were done");
}
