// SPDX-License-Identifier: MIT
// A failure keeps the transport's own error, so there has to be one.
// first: Transport: what send\(\) gives must have `error\(\)`
#include <medusa/embedded.hpp>

struct transport {
#ifdef MEDUSA_CONTROL
  medusa::result<medusa::response_view, int> send(medusa::request const&) {
    return medusa::response_view{};
  }
#else
  std::optional<medusa::response_view> send(medusa::request const&) { return std::nullopt; }
#endif
};

medusa::admin::client<transport, medusa::json::scanner, medusa::fixed<8, 1>> client{transport{},
                                                                                    {}};
