#include <medusa/client/async_slot.hpp>

#include <doctest/doctest.h>

#include <medusa/client/async_client.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/async_scripted_transport.hpp>
#include <support/twins.hpp>

namespace {

using namespace medusa;
using slot_core = admin::async_core<testing::async_scripted_transport&, json::scanner, fixed<48, 4>,
                                    no_clock, no_provider>;
using slot = medusa::detail::async_slot<slot_core, 16>;
static_assert(slot::fits<char[16]> && !slot::fits<char[17]>);

/// A place is free before the handler of its call runs, and that is why one place is enough for
/// this.
template <class Client>
struct next_call {
  Client* client;
  int* left;
  template <class Result>
  constexpr void operator()(Result const&) const {
    if (--*left > 0) client->users().retrieve("a", next_call{client, left});
  }
};

constexpr bool test_a_place_is_free_for_its_own_handler() {
  testing::async_scripted_transport server{
      {testing::expect(method::get, "/admin/users/a").answer(404).times(3)},
      testing::async_scripted_transport::answers::at_once};
  using client_type = admin::async_client<testing::async_scripted_transport&, json::scanner,
                                          fixed<48, 4>, no_clock, no_provider, 1>;
  client_type client{server, {.base_url = "https://shop.example"}};
  int left = 3;
  client.users().retrieve("a", next_call<client_type>{&client, &left});
  return left == 0 && server.finished();
}

constexpr bool test_a_fresh_place() {
  slot const s;
  return s.free();
}

}  // namespace

TWIN("a place is free for its own handler", test_a_place_is_free_for_its_own_handler);
TWIN("a fresh place", test_a_fresh_place);
