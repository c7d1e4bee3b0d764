// SPDX-License-Identifier: MIT
// Each allocation of a call fails in turn: `std::bad_alloc` passes through, nothing is leaked, and
// the client is as good as before.
#include <medusa/model/hosted.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <new>

#include <medusa/client/async_client.hpp>
#include <medusa/client/client.hpp>
#include <medusa/model/describe.hpp>
#include <medusa/model/pooled.hpp>
#include <support/allocations.hpp>

#include "every_operation.hpp"
#include "servers.hpp"

#ifdef __cpp_exceptions

namespace {

using namespace medusa;
using namespace faults;

constexpr basic_options<no_clock> options{.base_url = "http://a-host-of-more-than-15-bytes",
                                          .credentials = api_token{"tok_of_more_than_15_bytes"}};

/// What became of a call. A handler that runs twice counts twice.
struct outcome {
  int succeeded = 0;
  int failed = 0;
  errc code{};
  bool thrown = false;
  bool injected = false;

  template <class Result>
  void note(Result const& result) {
    result ? ++succeeded : ++failed;
    if (!result) code = result.error().code;
  }
};

/// One call in which the `n`-th allocation fails.
template <class Client, class Op>
outcome call_short_of_memory(Client& client, Op const& op, std::size_t n) {
  outcome seen;
  support::failing_allocation const fault(n);
  auto const guarded = [&seen](auto&& step) {
    try {
      step();
    } catch (std::bad_alloc const&) { seen.thrown = true; }
  };
  if constexpr (requires { client.poll(); }) {
    guarded([&] { client.call(op, [&seen](auto const& result) { seen.note(result); }); });
    for (int turn = 0; turn < 3; ++turn) guarded([&] { client.poll(); });
  } else {
    guarded([&] { seen.note(client.call(op)); });
  }
  seen.injected = fault.happened();
  return seen;
}

/// Every operation with every allocation failing; gives how many have.
template <class Client, class Server>
std::size_t each_allocation_fails(Server server, response_view const* refused = nullptr) {
  std::size_t failures = 0;
  for_each_operation([&](auto const& op, response_view const& answer) {
    for (std::size_t n = 1;; ++n) {
      std::size_t const before = support::allocations_in_use();
      bool injected = false;
      {
        server.answer = refused != nullptr ? *refused : answer;
        Client client{server, options};
        outcome const seen = call_short_of_memory(client, op, n);
        injected = seen.injected;
        CHECK(seen.thrown == injected);
        CHECK(seen.succeeded + seen.failed <= 1);
        if (injected) CHECK(seen.succeeded == 0);
        if (injected && seen.failed == 1) CHECK(seen.code == errc::transport_failed);
        if (!injected) CHECK(seen.succeeded == (refused == nullptr ? 1 : 0));
        outcome const afterwards = call_short_of_memory(client, op, 0);
        CHECK(!afterwards.thrown);
        CHECK(afterwards.succeeded == (refused == nullptr ? 1 : 0));
        CHECK(afterwards.succeeded + afterwards.failed == 1);
      }
      CHECK(support::allocations_in_use() == before);
      if (!injected) break;
      ++failures;
    }
  });
  return failures;
}

}  // namespace

TEST_CASE_TEMPLATE("faults: each allocation of a call", S, hosted, pooled) {
  if (!support::allocations_can_fail()) return;
  using blocking = admin::client<blocking_server&, json::scanner, S, no_clock>;
  using asynchronous = admin::async_client<async_server&, json::scanner, S, no_clock>;
  CHECK(each_allocation_fails<blocking>(blocking_server{}) >= 2 * operations);
  CHECK(each_allocation_fails<asynchronous>(async_server{}) >= 2 * operations);
  CHECK(each_allocation_fails<asynchronous>(async_server{.at_once = true}) >= 2 * operations);
}

TEST_CASE_TEMPLATE("faults: each allocation of a refusal", S, hosted, pooled) {
  if (!support::allocations_can_fail()) return;
  response_view const refused{422, faults::refusal};
  using blocking = admin::client<blocking_server&, json::scanner, S, no_clock>;
  using asynchronous = admin::async_client<async_server&, json::scanner, S, no_clock>;
  CHECK(each_allocation_fails<blocking>(blocking_server{}, &refused) > operations);
  CHECK(each_allocation_fails<asynchronous>(async_server{}, &refused) > operations);
}

#endif
