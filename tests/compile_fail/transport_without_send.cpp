// SPDX-License-Identifier: MIT
// first: Transport: wanted `result<Response, Error> send\(medusa::request const&\)`
#include <medusa/embedded.hpp>

struct transport {
#ifdef MEDUSA_CONTROL
  medusa::result<medusa::response_view, int> send(medusa::request const&) {
    return medusa::response_view{};
  }
#endif
};

medusa::admin::client<transport, medusa::json::scanner, medusa::fixed<8, 1>> client{transport{},
                                                                                    {}};
