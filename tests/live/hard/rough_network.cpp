// SPDX-License-Identifier: MIT
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "journey.hpp"
#include "stopwatch.hpp"

// A bad network between the client and the server: tests/support/mishap.hpp says what it does.

using namespace contract;
using live::curl_client, live::http1_client, live::journey, live::seed;
using medusa::duration;
using support::mishap;

TEST_CASE_TEMPLATE("live hard: a bad network", Client, curl_client, http1_client) {
  if (!live::is_ours("a bad network")) return;
  std::string_view const name = std::is_same_v<Client, curl_client> ? "curl" : "http1";
  live::stopwatch const watch;
  journey<Client> j("rough-" + std::string(name), {.seed = seed()}, duration::milliseconds(300), 4);
  for (int i = 0; i < 150; ++i) j.caller.round();
  std::string happened;
  for (auto const& [what, word] :
       {std::pair(mishap::none, "untouched"), std::pair(mishap::split, "split"),
        std::pair(mishap::slow, "slow"), std::pair(mishap::cut_request, "requests cut"),
        std::pair(mishap::cut_answer, "answers cut"),
        std::pair(mishap::answer_twice, "answers twice"),
        std::pair(mishap::request_twice, "requests twice")}) {
    CHECK(j.proxy.count(what) > 10);
    happened += ", " + std::to_string(j.proxy.count(what)) + ' ' + word;
  }
  // Once the network is good the same client is, too.
  j.proxy.be_good();
  j.caller.be_patient();
  std::size_t const good = j.caller.good();
  for (int i = 0; i < 3; ++i) j.caller.round();
  CHECK(j.caller.good() == good + 12);
  j.check();
  CHECK(j.failed() > 10);
  CHECK(j.made.done_in_silence() > 0);
  the_world().covered(
      "bad network, " + std::string(name) + ", seed " + std::to_string(seed()) + happened + "; " +
      std::to_string(good) + " calls good, " + std::to_string(j.failed()) +
      " not; creations: " + std::to_string(j.made.told()) + " told, " +
      std::to_string(j.made.lost()) + " lost, of which " +
      std::to_string(j.made.done_in_silence()) + " were done; " + watch.milliseconds());
}

TEST_CASE_TEMPLATE("live hard: one mishap, always", Client, curl_client, http1_client) {
  if (!live::is_ours("one mishap, always")) return;
  std::string const name = std::is_same_v<Client, curl_client> ? "curl" : "http1";
  auto const travel = [&](std::string_view label, mishap what, auto check) {
    journey<Client> j(std::string(label) + '-' + name, {.seed = seed(), .always = what},
                      duration::milliseconds(what == mishap::slow ? 300 : 3000), 0);
    for (int i = 0; i < 15; ++i) j.caller.round();
    j.check();
    check(j);
  };
  auto const all_good = [](auto& j) { CHECK(j.caller.good() == 60); };
  travel("split", mishap::split, all_good);
  travel("answer-twice", mishap::answer_twice, all_good);
  travel("slow", mishap::slow, [](auto& j) {
    CHECK(j.caller.failed(errc::timed_out) > 10);
    CHECK(j.caller.good() > 5);
  });
  // The server does nothing with half a request, and all of one whose answer is lost.
  travel("cut-request", mishap::cut_request, [](auto& j) {
    CHECK(j.caller.failed(errc::transport_failed) == 60);
    CHECK(j.made.lost() == 15);
    CHECK(j.made.done_in_silence() == 0);
  });
  travel("cut-answer", mishap::cut_answer, [](auto& j) {
    CHECK(j.caller.failed(errc::transport_failed) + j.caller.good() == 60);
    CHECK(j.caller.good() < 6);  // of an answer that was not cut, as it happens
    CHECK(j.made.done_in_silence() == j.made.lost());
  });
  // Those of reads: the other requests lose their answers.
  travel("request-twice", mishap::request_twice, [](auto& j) { CHECK(j.caller.good() >= 30); });
  the_world().covered("each mishap by itself, " + name);
}
