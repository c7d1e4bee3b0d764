// SPDX-License-Identifier: MIT
#include <atomic>
#include <cstddef>
#include <string>
#include <thread>
#include <vector>

#include "caller.hpp"
#include "stopwatch.hpp"

// Thirty-two threads at the same time that have a client each.

using namespace contract;
using live::own_client;

namespace {

constexpr std::size_t many = 32;
/// For a server that hashes 32 passwords at once on a slow machine.
constexpr medusa::duration patience = medusa::duration::seconds(120);

/// What each of the clients does: a life from sign-in to removal, with nobody else's answers in it.
void live_through(std::size_t i, live::creations& made, live::findings& wrong,
                  std::atomic<std::size_t>& waiting) {
  own_client c(medusa::ext::curl_transport(), {.base_url = the_world().url(), .timeout = patience});
  --waiting;
  while (waiting != 0) std::this_thread::yield();  // so that they begin at the same time
  medusa::admin::create_session const login{.email = the_world().email(),
                                            .password = the_world().password()};
  wrong.expect(c.auth().create_session(login).has_value(), "no session");
  std::string const email = made.next_email();
  auto const own = c.users().create({.email = email, .password = "s3cret"});
  made.note(email, own, wrong);
  if (!own) return wrong.expect(false, "not created", medusa::to_string(own.error()));
  for (int n = 0; n < 10; ++n) {
    std::string const name = std::to_string(i) + '.' + std::to_string(n);
    auto const changed = c.users().update(own->id, {.first_name = name, .metadata = R"({"a":1})"});
    wrong.expect(changed && changed->id == own->id && changed->first_name == name, "update", name);
    auto const found = c.users().retrieve(own->id);
    wrong.expect(found && found->email == email && found->first_name == name, "retrieve", name);
    auto const page = c.users().list({.email = email});
    wrong.expect(page && page->users.size() == 1 && page->users[0] == *found, "list", name);
  }
  own_client other(medusa::ext::curl_transport(),
                   {.base_url = the_world().url(), .timeout = patience});
  auto const me = other.auth().create_session({.email = email, .password = "s3cret"});
  wrong.expect(me && me->id == own->id, "signed in as somebody else", email);
  auto const gone = c.users().remove(own->id);
  wrong.expect(gone && gone->id == own->id, "remove", email);
  auto const nobody = c.users().retrieve(own->id);
  wrong.expect(!nobody && nobody.error().code == errc::not_found, "retrieve what is gone", email);
}

}  // namespace

TEST_CASE("live hard: 32 threads, each with a client") {
  if (!live::is_ours("32 threads")) return;
  live::stopwatch const watch;
  live::findings wrong;
  live::creations made("threads");
  std::atomic<std::size_t> waiting = many;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < many; ++i)
    threads.emplace_back([&, i] { live_through(i, made, wrong, waiting); });
  for (std::thread& each : threads) each.join();
  made.compare(wrong);
  wrong.check();
  CHECK(made.told() == many);
  the_world().covered("32 threads with a client each: " + watch.milliseconds());
}
