// SPDX-License-Identifier: MIT
#include <medusa/ext/http1/stream_archetype.hpp>

#include <doctest/doctest.h>

#include <medusa/client/transport.hpp>
#include <medusa/ext/http1.hpp>
#include <medusa/testing/virtual_clock.hpp>

#include <support/hidden.hpp>

using medusa::ext::stream_archetype;

static_assert(medusa::ext::byte_stream<stream_archetype>);
static_assert(medusa::ext::detail::stream_reopens<stream_archetype>);
static_assert(medusa::ext::detail::stream_is_secure<stream_archetype>);

namespace {

constexpr bool test_is_enough_for_a_transport() {
  stream_archetype stream(0);
  medusa::testing::virtual_clock clock;
  medusa::ext::http1_transport transport{stream, clock};
  static_assert(medusa::check_transport<decltype(transport)>());
  auto const sent = transport.send({.url = "https://shop.example/", .target = "/"});
  return !sent &&
         sent.error() == medusa::ext::http1_error{medusa::ext::http1_errc::not_connected, false};
}

constexpr bool test_has_ended() {
  stream_archetype stream(support::hidden(0));
  auto const write = support::hidden(&stream_archetype::write);
  return stream.read({}, {}).state == medusa::ext::stream_state::ended &&
         (stream.*write)({}, {}).state == medusa::ext::stream_state::ended && !stream.reopen({});
}

}  // namespace

static_assert(test_is_enough_for_a_transport());

TEST_CASE("the archetype is enough for a transport") { CHECK(test_is_enough_for_a_transport()); }

static_assert(test_has_ended());
TEST_CASE("the archetype is never connected") { CHECK(test_has_ended()); }
