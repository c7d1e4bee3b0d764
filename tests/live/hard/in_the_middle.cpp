// SPDX-License-Identifier: MIT
#include <array>
#include <chrono>
#include <initializer_list>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "caller.hpp"

// The server, or its database, goes away while calls are under way, and comes back.

using namespace contract;
using namespace std::chrono_literals;
using live::own_client;
using medusa::duration;

namespace {

using caller = live::caller<own_client>;

constexpr std::array ways{"session", "bearer", "API token"};

/// Two callers for each way of signing in, each in a thread.
class crowd {
 public:
  crowd(std::string_view name, own_client::options_type options, std::set<errc> const& may_be)
      : made(name) {
    for (std::size_t i = 0; i < 2 * ways.size(); ++i) {
      std::string const token = "tok_" + scratch::run() + std::to_string(i);
      user own = s_.create(name);
      own = value_of(
          s_.users().update(own.id, {.first_name = "", .last_name = "Own", .api_token = token}));
      auto const sign_in = [email = own.email](own_client& c) {
        return c.auth().create_session({.email = email, .password = "s3cret"}).has_value();
      };
      options.credentials =
          i % 3 == 2 ? medusa::credentials(medusa::api_token{token}) : medusa::credentials();
      own_client client(medusa::ext::curl_transport(), options);
      if (i % 3 == 0) CHECK(sign_in(client));
      if (i % 3 == 1)
        CHECK(client.auth().get_token({.email = own.email, .password = "s3cret"}).has_value());
      callers_.push_back(std::make_unique<caller>(
          std::move(client), std::move(own),
          caller::rules{.deadline = options.deadline,
                        .may_be = may_be,
                        .sign_in = i % 3 == 0 ? sign_in : decltype(caller::rules::sign_in)()},
          made, wrong));
    }
    for (auto const& each : callers_)
      threads_.emplace_back([this, c = each.get()] { c->until(stop_); });
  }
  ~crowd() { end(); }

  void end() {
    stop_ = true;
    for (std::thread& each : threads_) each.join();
    threads_.clear();
  }

  /// Calls of those that are signed in in that way.
  [[nodiscard]] std::size_t good(std::size_t way) const {
    return callers_[way]->good() + callers_[way + ways.size()]->good();
  }
  [[nodiscard]] std::size_t failed(std::size_t way, errc code) const {
    return callers_[way]->failed(code) + callers_[way + ways.size()]->failed(code);
  }
  [[nodiscard]] std::string table(std::initializer_list<std::pair<errc, char const*>> codes) const {
    std::string text;
    for (std::size_t way = 0; way < ways.size(); ++way) {
      text += std::string(way == 0 ? "" : "; ") + ways[way] + ": " + std::to_string(good(way)) +
              " good";
      for (auto const& [code, name] : codes)
        text += ", " + std::to_string(failed(way, code)) + ' ' + name;
    }
    return text + "; creations: " + std::to_string(made.told()) + " told, " +
           std::to_string(made.lost()) + " lost, of which " +
           std::to_string(made.done_in_silence()) + " were done, " +
           std::to_string(made.not_sent()) + " not sent";
  }

  live::findings wrong{};
  live::creations made;

 private:
  scratch s_{};
  std::atomic<bool> stop_ = false;
  std::vector<std::unique_ptr<caller>> callers_{};
  std::vector<std::thread> threads_{};
};

}  // namespace

TEST_CASE("live hard: the server is killed during calls, and restarts") {
  if (!live::is_ours("a server that is killed")) return;
  constexpr int kills = 3;
  std::string told;
  {
    // Patient enough for the restart: so whatever may be repeated succeeds in the end.
    crowd all("killed",
              {.base_url = the_world().url(),
               .deadline = duration::seconds(60),
               .retry = {.max_retries = 100'000,
                         .base_delay = duration::milliseconds(20),
                         .max_delay = duration::milliseconds(100)}},
              {errc::transport_failed});
    for (int i = 0; i < kills; ++i) {
      std::this_thread::sleep_for(700ms);
      CHECK(live::server("kill"));
      std::this_thread::sleep_for(200ms);
      CHECK(live::server("restart"));
    }
    std::this_thread::sleep_for(700ms);
    all.end();
    all.made.compare(all.wrong);
    all.wrong.check();
    CHECK(all.failed(0, errc::unauthorized) >= 2);  // sessions are in its memory
    CHECK(all.failed(1, errc::unauthorized) == 0);
    CHECK(all.failed(2, errc::unauthorized) == 0);
    // A creation that is under way is all that may be lost, by each caller.
    CHECK(all.made.lost() <= kills * 6);
    for (std::size_t way = 0; way < ways.size(); ++way) CHECK(all.good(way) > 20);
    told = all.table({{errc::unauthorized, "401"}, {errc::transport_failed, "broken"}});
  }
  the_world().covered("server killed three times during calls: " + told);
}

TEST_CASE("live hard: the database stops during calls, and starts again") {
  if (!live::is_ours("a database that stops")) return;
  std::string told;
  {
    crowd all("stopped",
              {.base_url = the_world().url(),
               .timeout = duration::milliseconds(700),
               .deadline = duration::seconds(2),
               .retry = {.max_retries = 2, .base_delay = duration::milliseconds(20)}},
              // 409 is what the server makes of a transaction that its database has ended.
              {errc::server_error, errc::conflict, errc::timed_out, errc::deadline_exceeded});
    std::this_thread::sleep_for(1s);
    for (int i = 0; i < 2; ++i) {
      CHECK(live::server("database stop"));
      std::this_thread::sleep_for(5s);
      CHECK(live::server("database start"));
      std::this_thread::sleep_for(2s);
    }
    all.end();
    all.made.compare(all.wrong);
    all.wrong.check();
    CHECK(all.failed(2, errc::timed_out) + all.failed(2, errc::deadline_exceeded) >= 4);
    CHECK(all.failed(1, errc::server_error) >= 4);
    CHECK(all.failed(2, errc::server_error) <= 4);  // at most what was under way
    told = all.table({{errc::server_error, "500"},
                      {errc::conflict, "409"},
                      {errc::timed_out, "without an answer in time"},
                      {errc::deadline_exceeded, "beyond the deadline"}});
  }
  the_world().covered("database stopped twice during calls: " + told);
}
