// SPDX-License-Identifier: MIT
// Each step of a transport fails in turn, in each way it can: one call has the right error, all
// others are as ever.
#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <stdexcept>

#include <medusa/client/async_client.hpp>
#include <medusa/client/client.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/testing/virtual_clock.hpp>
#include <support/fail_at.hpp>

#include "every_operation.hpp"
#include "servers.hpp"

namespace {

using namespace medusa;
using namespace faults;
using medusa::testing::virtual_clock;
using support::every_fault;
using support::fail_at;

template <class S>
using blocking = admin::client<blocking_server&, json::scanner, S, virtual_clock&>;
template <class S>
using asynchronous = admin::async_client<async_server&, json::scanner, S, virtual_clock&>;

basic_options<virtual_clock> with_retries(std::uint32_t retries) {
  return {.base_url = "http://h",
          .credentials = api_token{"tok_1"},
          .retry = {.max_retries = retries, .base_delay = duration()}};
}

/// Without retries each call is one step: where it fails, so does the call, and the login that it
/// was is none.
template <class Client, class Server>
void fails_one_call(Server server) {
  std::size_t const steps = every_fault([&](fail_at& fault) {
    server.fault = &fault;
    virtual_clock clock;
    Client client{server, with_retries(0), clock};
    codes const got = walk(client, server);
    CHECK(got ==
          (fault.happened() ? all_but(fault.which(), errc::transport_failed) : all_but(0, errc{})));
    CHECK(fault.taken() == operations);
    server.fault = nullptr;
    CHECK(walk(client, server) == all_but(0, errc{}));
  });
  CHECK(steps == operations);
}

/// With one retry a call fails where it may not be repeated, and is none the worse for it
/// elsewhere.
template <class Client, class Server>
void repeats_what_it_may(Server server) {
  codes wanted;
  for_each_operation([&](auto const& op, auto const&) {
    bool const again = server.how == failing::refused || op.info.repeatable;
    wanted.push_back(again ? errc{} : errc::transport_failed);
  });
  std::size_t const steps = every_fault([&](fail_at& fault) {
    server.fault = &fault;
    virtual_clock clock;
    Client client{server, with_retries(1), clock};
    codes const got = walk(client, server);
    std::size_t const n = fault.which();
    CHECK(got == all_but(n, n <= operations ? wanted[n - 1] : errc{}));
    CHECK(fault.taken() == operations + (n <= operations && wanted[n - 1] == errc{} ? 1 : 0));
  });
  CHECK(steps == operations);
}

constexpr failing errors[] = {failing::refused, failing::broken, failing::timed_out};

}  // namespace

TEST_CASE_TEMPLATE("faults: each request of a blocking client", S, hosted, fixed<64, 4>) {
  for (failing const how : errors) {
    CAPTURE(static_cast<int>(how));
    fails_one_call<blocking<S>>(blocking_server{.how = how});
    repeats_what_it_may<blocking<S>>(blocking_server{.how = how});
  }
}

TEST_CASE_TEMPLATE("faults: each request of an asynchronous client", S, hosted, fixed<64, 4>) {
  for (bool const at_once : {false, true}) {
    for (failing const how : errors) {
      CAPTURE(static_cast<int>(how));
      fails_one_call<asynchronous<S>>(async_server{.how = how, .at_once = at_once});
      repeats_what_it_may<asynchronous<S>>(async_server{.how = how, .at_once = at_once});
    }
    // Whether a request of which nothing is heard was sent is not known, and it is not sent again.
    fails_one_call<asynchronous<S>>(async_server{.how = failing::dropped, .at_once = at_once});
  }
}

#if defined(__cpp_exceptions)
namespace {

/// A walk in which what is thrown is caught, as `cancelled`.
template <class Client, class Server>
codes walk_and_catch(Client& client, Server& server) {
  codes all;
  for_each_operation([&](auto const& op, response_view const& answer) {
    server.answer = answer;
    try {
      all.push_back(outcome_of(client, op));
    } catch (std::runtime_error const&) { all.push_back(errc::cancelled); }
  });
  return all;
}

template <class Client, class Server>
void throws_once(Server server) {
  std::size_t const steps = every_fault([&](fail_at& fault) {
    server.fault = &fault;
    virtual_clock clock;
    Client client{server, with_retries(2), clock};
    codes const got = walk_and_catch(client, server);
    CHECK(got == (fault.happened() ? all_but(fault.which(), errc::cancelled) : all_but(0, errc{})));
    server.fault = nullptr;
    CHECK(walk(client, server) == all_but(0, errc{}));
  });
  CHECK(steps == operations);
}

}  // namespace

TEST_CASE_TEMPLATE("faults: each request throws", S, hosted, fixed<64, 4>) {
  throws_once<blocking<S>>(blocking_server{.how = failing::thrown});
  for (bool const at_once : {false, true})
    for (failing const how : {failing::thrown, failing::thrown_afterwards})
      throws_once<asynchronous<S>>(async_server{.how = how, .at_once = at_once});
}
#endif
