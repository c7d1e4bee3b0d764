// SPDX-License-Identifier: MIT
// A loop of 60 frames a second that talks to Medusa meanwhile, and never waits for it:
//
//   game_loop                        with a server inside this program, whose answers take 50 ms
//   game_loop URL EMAIL PASSWORD     with a real one
#include <chrono>
#include <cstdio>
#include <optional>
#include <string>
#include <thread>

#include <medusa/client/async_client.hpp>
#include <medusa/ext/curl_multi.hpp>
#include <medusa/medusa.hpp>
#include <support/fake_server.hpp>

using namespace std::chrono_literals;
using frame_clock = std::chrono::steady_clock;

namespace {

/// Something that shows whether frames are missed: it moves, frame by frame.
struct world {
  double x = 0;
  double speed = 1;
  void step() {
    x += speed / 60;
    if (x < 0 || x > 10) speed = -speed;
  }
};

template <class Client>
class roster {
 public:
  explicit roster(Client& client) : client_(&client) {}

  void sign_in(std::string const& email, std::string const& password) {
    client_->auth().get_token({.email = email, .password = password}, [this](auto token) {
      if (!token) return fail(token.error());
      ask();
    });
  }
  int refreshed() const { return refreshed_; }
  bool failed() const { return failed_; }

 private:
  /// Once more as soon as there is an answer: a request is always under way.
  void ask() {
    client_->users().list({.limit = 10}, [this](auto page) {
      if (!page) return fail(page.error());
      ++refreshed_;
      ask();
    });
  }
  template <class Failure>
  void fail(Failure const& failure) {
    if (failure.code == medusa::errc::cancelled) return;  // the client is going
    failed_ = true;
    std::fprintf(stderr, "%s\n", to_string(failure).c_str());
  }

  Client* client_;
  int refreshed_ = 0;
  bool failed_ = false;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 1 && argc != 4) {
    std::fputs("usage: game_loop [URL EMAIL PASSWORD]\n", stderr);
    return 2;
  }
  std::optional<support::fake_server> inside;
  if (argc == 1) inside.emplace("admin@example.com", "supersecret", 50ms);
  std::string const url = inside ? inside->url() : argv[1];

  medusa::ext::curl_multi_transport http;
  using client_type = medusa::admin::async_client<medusa::ext::curl_multi_transport&>;
  // What handlers point at is declared before the client, whose destructor runs those that are
  // left.
  std::optional<roster<client_type>> users;
  client_type client{http, {.base_url = url}};
  users.emplace(client);
  users->sign_in(inside ? "admin@example.com" : argv[2], inside ? "supersecret" : argv[3]);

  world game;
  frame_clock::duration longest{};
  constexpr int frames = 180;  // 3 s
  auto next = frame_clock::now();
  for (int frame = 0; frame < frames && !users->failed(); ++frame) {
    auto const began = frame_clock::now();
    game.step();
    client.poll();  // moves bytes, runs handlers, keeps time limits; never waits
    if (auto const took = frame_clock::now() - began; took > longest) longest = took;
    next += std::chrono::microseconds(16'667);
    std::this_thread::sleep_until(next);
  }
  std::printf("%d frames, the list was read %d times, the longest frame took %.2f ms\n", frames,
              users->refreshed(), std::chrono::duration<double, std::milli>(longest).count());
  return users->failed() || users->refreshed() == 0 ? 1 : 0;
}
