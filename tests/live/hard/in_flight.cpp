// SPDX-License-Identifier: MIT
#include <medusa/client/async_client.hpp>
#include <medusa/ext/curl_multi.hpp>
#include <medusa/medusa.hpp>

#include <support/task.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "creations.hpp"
#include "findings.hpp"
#include "stopwatch.hpp"

// Thirty-two calls of one client at the same time.

using namespace contract;
using medusa::duration;

namespace {

constexpr std::size_t many = 32;

using async_client =
    medusa::admin::async_client<medusa::ext::curl_multi_transport&, medusa::json::scanner,
                                medusa::hosted, medusa::steady_clock, medusa::no_provider, many>;

/// For a server that hashes 32 passwords at once on a slow machine.
constexpr duration patience = duration::seconds(120);

}  // namespace

TEST_CASE("live hard: 32 calls of an asynchronous client in flight") {
  if (!live::is_ours("32 calls")) return;
  live::stopwatch const watch;
  live::findings wrong;
  live::creations made("flight");
  struct one {
    std::string email{};
    std::string id{};
    int rounds = 0;
    bool ended = false;
  };
  std::array<one, many> all;
  medusa::ext::curl_multi_transport http;
  std::size_t in_flight = 0;
  struct {
    live::findings& wrong;
    live::creations& made;
    std::size_t& in_flight;
  } shared{wrong, made, in_flight};
  async_client client(http, {.base_url = the_world().url(), .timeout = patience});
  auto const poll_until_none = [&] {
    while (in_flight != 0) {
      http.wait(duration::milliseconds(20));
      client.poll();
    }
  };

  ++in_flight;
  client.auth().get_token({.email = the_world().email(), .password = the_world().password()},
                          [&shared](auto token) {
                            --shared.in_flight;
                            shared.wrong.expect(token.has_value(), "no token");
                          });
  poll_until_none();

  for (one& each : all) {
    each.email = made.next_email();
    ++in_flight;
    client.users().create({.email = each.email, .password = "s3cret"}, [&shared, &each](auto u) {
      --shared.in_flight;
      shared.made.note(each.email, u, shared.wrong);
      shared.wrong.expect(u && u->email == each.email, "created somebody else", each.email);
      if (u) each.id = u->id;
    });
  }
  CHECK(in_flight == many);  // none has ended while they were begun
  bool refused = false;
  client.users().list({},
                      [&refused](auto page) { refused = code_of(page) == errc::too_many_calls; });
  CHECK(refused);
  poll_until_none();

  // Each handler begins the next call: 32 are in flight until the end.
  struct chain {
    async_client& client;
    decltype(shared)& at;
    static void next(chain& c, one& each) {
      if (each.rounds == 20) return static_cast<void>(each.ended = true);
      std::string const name = "round " + std::to_string(++each.rounds);
      ++c.at.in_flight;
      c.client.users().update(each.id, {.first_name = name}, [&c, &each](auto u) {
        c.at.wrong.expect(u && u->id == each.id && u->email == each.email &&
                              u->first_name == "round " + std::to_string(each.rounds),
                          "update", each.email);
        c.client.users().retrieve(each.id, [&c, &each](auto found) {
          --c.at.in_flight;
          c.at.wrong.expect(found && found->id == each.id &&
                                found->first_name == "round " + std::to_string(each.rounds),
                            "retrieve", each.email);
          next(c, each);
        });
      });
    }
  } calls{client, shared};
  for (one& each : all) chain::next(calls, each);
  CHECK(in_flight == many);
  poll_until_none();
  for (one const& each : all) wrong.expect(each.ended, "a chain that broke", each.email);

  made.compare(wrong);
  wrong.check();
  CHECK(made.told() == many);
  the_world().covered("32 calls in flight, by handlers: " + watch.milliseconds());
}

TEST_CASE("live hard: 32 coroutines on an asynchronous client") {
  if (!live::is_ours("32 coroutines")) return;
  live::stopwatch const watch;
  live::findings wrong;
  live::creations made("tasks");
  medusa::ext::curl_multi_transport http;
  async_client client(http, {.base_url = the_world().url(), .timeout = patience});
  auto live_through = [&](std::string email) -> support::task {
    auto const own = co_await client.users().create({.email = email, .password = "s3cret"});
    made.note(email, own, wrong);
    if (!own) co_return wrong.expect(false, "not created", medusa::to_string(own.error()));
    for (int n = 0; n < 10; ++n) {
      std::string const name = email + std::to_string(n);
      auto const changed = co_await client.users().update(own->id, {.last_name = name});
      wrong.expect(changed && changed->id == own->id && changed->last_name == name, "update", name);
      auto const found = co_await client.users().retrieve(own->id);
      wrong.expect(found && found->email == email && found->last_name == name, "retrieve", name);
    }
    auto const gone = co_await client.users().remove(own->id);
    wrong.expect(gone && gone->id == own->id, "remove", email);
  };
  bool signed_in = false;
  auto sign_in = [&]() -> support::task {
    auto const token = co_await client.auth().get_token(
        {.email = the_world().email(), .password = the_world().password()});
    signed_in = token.has_value();
  };
  std::vector<support::task> tasks;
  auto const finish = [&] {
    auto const done = [&] {
      for (auto const& each : tasks)
        if (!each.done()) return false;
      return true;
    };
    while (!done()) {
      http.wait(duration::milliseconds(20));
      client.poll();
    }
    tasks.clear();
  };
  tasks.push_back(sign_in());
  finish();
  CHECK(signed_in);
  for (std::size_t i = 0; i < many; ++i) tasks.push_back(live_through(made.next_email()));
  finish();
  made.compare(wrong);
  wrong.check();
  CHECK(made.told() == many);
  the_world().covered("32 coroutines: " + watch.milliseconds());
}
