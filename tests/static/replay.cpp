// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string_view>

#include <medusa/embedded.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/testing/scripted_transport.hpp>

#include <support/twins.hpp>
#include "data/cassette_reads.hpp"
#include "data/cassette_reset.hpp"
#include "data/cassette_session.hpp"
#include "data/cassette_writes.hpp"
#include "every_call.hpp"

// What a real Medusa 1.20.11 answered, played again: recorded by tests/live/cassette.cpp. The host
// is another one, and passwords and tokens are none: they are not in the recording.

namespace {

using namespace medusa;
using medusa::testing::redacted;
using medusa::testing::scripted_transport;

template <class Storage, class Perform>
constexpr std::string_view replay(std::span<testing::scripted_step const> cassette,
                                  Perform perform) {
  scripted_transport server{cassette};
  admin::client<scripted_transport&, json::scanner, Storage, no_clock> client{
      server, {.base_url = "https://elsewhere.example"}};
  std::string_view const wrong = perform(client);
  if (!server.mismatch().empty()) return server.mismatch();
  if (!server.finished()) return wrong.empty() ? "not all was asked for" : wrong;
  return wrong;
}

template <class Storage>
constexpr bool test_replays_a_session() {
  return replay<Storage>(cassette_session,
                         [](auto& c) { return every_call::session(c, "another password"); }) == "";
}
template <class Storage>
constexpr bool test_replays_writes() {
  return replay<Storage>(cassette_writes,
                         [](auto& c) { return every_call::writes(c, redacted); }) == "";
}
template <class Storage>
constexpr bool test_replays_reads() {
  return replay<Storage>(cassette_reads, [](auto& c) { return every_call::reads(c); }) == "";
}
template <class Storage>
constexpr bool test_replays_reset_and_remove() {
  return replay<Storage>(cassette_reset, [](auto& c) {
           return every_call::reset_and_remove(c, redacted, [] { return redacted; });
         }) == "";
}

/// What a replayed login leaves in the client.
constexpr bool test_replays_store_no_secret() {
  scripted_transport server{cassette_session};
  admin::client<scripted_transport&, json::scanner, fixed<64, 4>> client{server,
                                                                         {.base_url = "http://h"}};
  return client.auth().create_session({.email = every_call::admin, .password = "x"}) &&
         client.credentials().kind() == credential_kind::session_cookie &&
         client.credentials().value().reveal() == redacted;
}

/// A recording is no wildcard: another e-mail is another request.
constexpr bool test_replays_notice_what_is_different() {
  scripted_transport server{cassette_session};
  admin::client<scripted_transport&, json::scanner, fixed<64, 4>> client{server,
                                                                         {.base_url = "http://h"}};
  auto const other = client.auth().create_session({.email = "eve@example.com", .password = "x"});
  return !other && other.error().transport == testing::scripted_error::unexpected &&
         server.mismatch() == "body";
}

}  // namespace

TWINS("replay: a session", test_replays_a_session, 64, 4);
TWINS("replay: writes", test_replays_writes, 64, 4);
TWINS("replay: reads", test_replays_reads, 64, 4);
TWINS("replay: a reset, and the end", test_replays_reset_and_remove, 64, 4);

TEST_CASE("replay: no secret is stored") { CHECK(test_replays_store_no_secret()); }
static_assert(test_replays_store_no_secret());
TEST_CASE("replay: what is different is noticed") {
  CHECK(test_replays_notice_what_is_different());
}
static_assert(test_replays_notice_what_is_different());
