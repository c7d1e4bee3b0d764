// expect: nodiscard
#include <medusa/embedded.hpp>
#include <medusa/testing/scripted_transport.hpp>

using medusa::testing::scripted_transport;
using client_type =
    medusa::admin::client<scripted_transport&, medusa::json::scanner, medusa::fixed<48, 4>>;

void asks(client_type& client) {
#ifdef MEDUSA_CONTROL
  static_cast<void>(client.sign_in(medusa::api_token{"t"}));
#else
  client.sign_in(medusa::api_token{"t"});
#endif
}
