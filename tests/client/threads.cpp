// SPDX-License-Identifier: MIT
#include <medusa/client/client.hpp>

#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <medusa/client/steady_clock.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/testing/fake_medusa.hpp>
#include <medusa/testing/scripted_transport.hpp>
#include <medusa/testing/virtual_clock.hpp>

// A client for each thread, at the same time. tools/matrix runs this under ThreadSanitizer, too.
namespace {

using namespace medusa;
using namespace medusa::testing;

constexpr int thread_count = 4;

/// Whether `f(number)` is true in every thread.
template <class F>
bool in_parallel(F const& f) {
  std::array<bool, thread_count> good{};
  std::atomic<int> waiting = thread_count;
  std::vector<std::thread> threads;
  for (int i = 0; i < thread_count; ++i)
    threads.emplace_back([&, i] {
      --waiting;
      while (waiting != 0) std::this_thread::yield();  // so that they run at the same time
      good[static_cast<std::size_t>(i)] = f(i);
    });
  for (auto& each : threads) each.join();
  for (bool const each : good)
    if (!each) return false;
  return true;
}

/// A transport that several clients may use at the same time.
class shared_server {
 public:
  result<fake_response, never_fails> send(request const& r) {
    std::lock_guard const lock(mutex_);
    return server_.send(r);
  }

 private:
  std::mutex mutex_;
  fake_medusa server_{"admin@example.com", "supersecret"};
};

template <class Client>
bool lives(Client& client, int number) {
  if (!client.auth().create_session({.email = "admin@example.com", .password = "supersecret"}))
    return false;
  std::string const email = "thread" + std::to_string(number) + "@example.com";
  for (int i = 0; i < 20; ++i) {
    auto const made = client.users().create({.email = email, .password = "p"});
    if (!made || !client.users().update(made->id, {.first_name = "Ada"})) return false;
    auto const found = client.users().retrieve(made->id);
    if (!found || found->email != email) return false;
    // Who is on which page depends on the others, who come and go.
    for (auto const& each : client.users().all({.limit = 2}))
      if (!each) return false;
    if (!client.users().remove(made->id)) return false;
    auto const gone = client.users().retrieve(made->id);
    if (gone || gone.error().code != errc::not_found || gone.error().status != 404) return false;
  }
  return true;
}

TEST_CASE("threads: clients share a transport that may be shared") {
  shared_server server;
  CHECK(in_parallel([&](int number) {
    admin::client<shared_server&> client{server,
                                         {.base_url = "http://fake", .retry = {.max_retries = 1}}};
    return lives(client, number);
  }));
}

TEST_CASE("threads: clients on bounded storage share it, too") {
  shared_server server;
  CHECK(in_parallel([&](int number) {
    admin::client<shared_server&, json::scanner, fixed<128, 8>> client{server,
                                                                       {.base_url = "http://fake"}};
    return lives(client, number);
  }));
}

TEST_CASE("threads: a client is copied, and one flag cancels all") {
  std::string const token = "a-token-that-is-too-long-for-the-buffer-of-a-string";
  std::string const header = "Bearer " + token;
  std::atomic<int> busy = thread_count;
  std::atomic<bool> cancelled = false;
  using client_type = admin::client<scripted_transport, json::scanner, hosted, virtual_clock>;
  client_type const original{
      scripted_transport{
          expect(method::get, "/admin/users/u").with_header("Authorization", header).answer(503),
          expect(method::get, "/admin/users/u").with_header("Authorization", header).answer(404)},
      {.base_url = "http://a", .credentials = bearer{token}, .retry = {.max_retries = 1}},
      virtual_clock{}};
  CHECK(in_parallel([&](int number) {
    client_type client = original;
    auto const first = client.users().retrieve("u", {.cancel = &cancelled});
    --busy;
    while (busy != 0) std::this_thread::yield();
    if (number == 0) cancelled = true;
    while (!cancelled) std::this_thread::yield();
    auto const second = client.users().retrieve("u", {.cancel = &cancelled});
    return !first && first.error().code == errc::not_found && !second &&
           second.error().code == errc::cancelled;
  }));
}

TEST_CASE("threads: what a call gave is read by several") {
  fake_medusa server;
  admin::client<fake_medusa&> client{server, {.base_url = "http://fake"}};
  CHECK(client.auth().create_session({.email = "admin@example.com", .password = "supersecret"}));
  auto const page = client.users().list();
  auto const refused = client.users().retrieve("nobody");
  REQUIRE(page);
  REQUIRE(!refused);
  CHECK(in_parallel([&](int) {
    for (int i = 0; i < 50; ++i)
      if (page->users.size() != 1 || page->users[0].email != "admin@example.com" ||
          page->users[0].created_at.unix_ms() == 0 || refused.error().status != 404)
        return false;
    return true;
  }));
}

}  // namespace
