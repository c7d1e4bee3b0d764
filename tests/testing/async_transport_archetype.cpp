#include <medusa/testing/async_transport_archetype.hpp>

#include <doctest/doctest.h>

#include <medusa/client/async_client.hpp>
#include <medusa/client/async_transport.hpp>
#include <medusa/model/fixed.hpp>
#include <support/twins.hpp>

#include <support/hidden.hpp>

namespace {

using namespace medusa;
using archetype = testing::async_transport_archetype;
static_assert(async_transport<archetype> && check_async_transport<archetype>() &&
              detail::polled<archetype>);
static_assert(response_with_headers<archetype::response>);

constexpr bool test_async_archetype() {
  archetype nowhere(support::hidden(1));
  admin::async_client<archetype&, json::scanner, fixed<48, 4>> client{
      nowhere, {.base_url = "https://shop.example"}};
  errc code{};
  client.auth().create_session({.email = "e", .password = "p"},
                               [&code](auto user) { code = user.error().code; });
  client.poll();
  return code == errc::transport_failed;
}

constexpr bool test_async_archetype_response() {
  archetype::response const r = support::hidden(archetype::response());
  return support::hidden(r).status() == 503 && support::hidden(r).body().empty() &&
         !r.header("Retry-After");
}

}  // namespace

TWIN("what an archetype would answer", test_async_archetype_response);
TWIN("an asynchronous client of the archetype", test_async_archetype);
