#include <medusa/testing/async_scripted_transport.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>

#include <medusa/client/async_client.hpp>
#include <medusa/client/async_transport.hpp>
#include <medusa/model/fixed.hpp>
#include <support/twins.hpp>

namespace {

using namespace medusa;
using namespace medusa::testing;
using script = async_scripted_transport;
static_assert(async_transport<script> && check_async_transport<script>() &&
              medusa::detail::polled<script>);

using script_client =
    admin::async_client<script&, json::scanner, fixed<48, 4>, no_clock, no_provider, 20>;

constexpr bool test_script_answers_in_order() {
  std::array<scripted_step, 2> const steps{expect(method::get, "/admin/users/a").answer(404),
                                           expect(method::get, "/admin/users/b").answer(403)};
  script server{steps};
  script_client client{server, {.base_url = "https://shop.example"}};
  errc a{}, b{};
  client.users().retrieve("a", [&a](auto user) { a = user.error().code; });
  client.users().retrieve("b", [&b](auto user) { b = user.error().code; });
  if (server.waiting() != 2 || server.finished()) return false;
  server.poll();
  if (a != errc::not_found || b != errc{} || server.waiting() != 1) return false;
  server.poll();
  server.poll();
  return b == errc::forbidden && server.finished();
}

constexpr bool test_script_mismatch_and_overflow() {
  script server{expect(method::get, "/admin/users/a").answer(404).times(17)};
  int dropped = 0;
  script_client client{server, {.base_url = "https://shop.example"}};
  for (int i = 0; i < 17; ++i)
    client.users().retrieve("a", [&dropped](auto user) {
      dropped += user.error().code == errc::transport_failed ? 1 : 0;
    });
  if (dropped != 1 || server.waiting() != 16) return false;
  script wrong{{expect(method::get, "/admin/users/a")}, script::answers::at_once};
  script_client other{wrong, {.base_url = "https://shop.example"}};
  bool unexpected_request = false;
  other.users().retrieve("b", [&](auto user) {
    unexpected_request = user.error().transport == scripted_error::unexpected;
  });
  return unexpected_request && wrong.script().mismatch() == "target" && !wrong.finished();
}

}  // namespace

TWIN("a script answers in order", test_script_answers_in_order);
TWIN("a script that does not match, and one that has too much to do",
     test_script_mismatch_and_overflow);
