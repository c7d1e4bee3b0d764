// SPDX-License-Identifier: MIT
// A failure is moved into the result that is given back, and nothing of ours throws.
// first: Transport: what `error\(\)` gives must have a move constructor that is noexcept
#include <medusa/embedded.hpp>

struct error {
  error() = default;
#ifdef MEDUSA_CONTROL
  error(error const&) noexcept {}
#else
  error(error const&) {}
#endif
};
struct transport {
  medusa::result<medusa::response_view, error> send(medusa::request const&) {
    return medusa::response_view{};
  }
};

medusa::admin::client<transport, medusa::json::scanner, medusa::fixed<8, 1>> client{transport{},
                                                                                    {}};
