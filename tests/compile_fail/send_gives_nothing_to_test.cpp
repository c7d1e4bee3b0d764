// SPDX-License-Identifier: MIT
// A bare response tells nothing about a transport that failed.
// first: Transport: what send\(\) gives must convert to bool
#include <medusa/embedded.hpp>

struct transport {
#ifdef MEDUSA_CONTROL
  medusa::result<medusa::response_view, int> send(medusa::request const&) {
    return medusa::response_view{};
  }
#else
  medusa::response_view send(medusa::request const&) { return {}; }
#endif
};

medusa::admin::client<transport, medusa::json::scanner, medusa::fixed<8, 1>> client{transport{},
                                                                                    {}};
