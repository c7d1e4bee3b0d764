// expect: the completion handler is too large
#include <medusa/client/async_client.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/async_scripted_transport.hpp>

using script = medusa::testing::async_scripted_transport;

#ifdef MEDUSA_CONTROL
struct large {
  char* text;
};
#else
struct large {
  char text[9 * sizeof(void*)];
};
#endif

void asks(medusa::admin::async_client<script&, medusa::json::scanner, medusa::fixed<8, 1>>& client,
          large const& what) {
  client.users().retrieve("u", [what](auto const&) { static_cast<void>(what); });
}
