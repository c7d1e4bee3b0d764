// expect: wanted `std::optional<medusa::credentials> operator\(\)\(\)`
#include <medusa/embedded.hpp>
#include <medusa/testing/scripted_transport.hpp>

struct provider {
#ifdef MEDUSA_CONTROL
  std::optional<medusa::credentials> operator()() { return std::nullopt; }
#else
  char const* operator()() { return "token"; }
#endif
};

bool asks(medusa::testing::scripted_transport& server) {
  using client_type =
      medusa::admin::client<medusa::testing::scripted_transport&, medusa::json::scanner,
                            medusa::fixed<8, 1>, medusa::no_clock, provider>;
  client_type client{server, {}, medusa::no_clock(), provider()};
  return client.users().retrieve("u").has_value();
}
