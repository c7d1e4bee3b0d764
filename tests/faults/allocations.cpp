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
using support::every_fault;
using support::fail_at;

constexpr basic_options<no_clock> options{.base_url = "http://a-host-of-more-than-15-bytes",
                                          .credentials = api_token{"tok_of_more_than_15_bytes"}};

/// What became of a call. A handler that runs twice counts twice.
struct outcome {
  int succeeded = 0;
  int failed = 0;
  errc code{};
  bool thrown = false;
};

/// One call in which an allocation may fail.
template <class Client, class Op>
outcome call_short_of_memory(Client& client, Op const& op, fail_at* fault) {
  outcome seen;
  auto const note = [&seen](auto const& result) {
    ++(result ? seen.succeeded : seen.failed);
    if (!result) seen.code = result.error().code;
  };
  auto const step = [&seen, fault](auto&& f) {
    support::fail_allocations(fault);
    try {
      f();
    } catch (std::bad_alloc const&) { seen.thrown = true; }
    support::fail_allocations(nullptr);
  };
  if constexpr (requires { client.poll(); }) {
    step([&] { client.call(op, note); });
    for (int turn = 0; turn < 3; ++turn) step([&] { client.poll(); });
  } else {
    step([&] { note(client.call(op)); });
  }
  return seen;
}

/// Every operation with every allocation failing; gives how many have. `refused` is what the server
/// answers in place of what is asked for.
template <class Client, class Server>
std::size_t each_allocation_fails(Server server, response_view const* refused = nullptr) {
  std::size_t failures = 0;
  int const good = refused == nullptr ? 1 : 0;
  for_each_operation([&](auto const& op, response_view const& answer) {
    server.answer = refused == nullptr ? answer : *refused;
    failures += every_fault([&](fail_at& fault) {
      std::size_t const before = support::allocations_in_use();
      {
        Client client{server, options};
        outcome const seen = call_short_of_memory(client, op, &fault);
        CHECK(seen.thrown == fault.happened());
        if (!seen.thrown) {
          CHECK(seen.succeeded == good);
          CHECK(seen.failed == 1 - good);
        } else {
          CHECK(seen.succeeded == 0);
          CHECK(seen.failed <= 1);
          if (seen.failed == 1) CHECK(seen.code == errc::transport_failed);
        }
        outcome const afterwards = call_short_of_memory(client, op, nullptr);
        CHECK(!afterwards.thrown);
        CHECK(afterwards.succeeded == good);
        CHECK(afterwards.failed == 1 - good);
      }
      CHECK(support::allocations_in_use() == before);
    });
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
