// SPDX-License-Identifier: MIT
// Reads one user into a struct without a heap.
#include <medusa/embedded.hpp>

bool read(std::string_view body, medusa::basic_user<medusa::fixed<48, 8>>& out) {
  medusa::response_view response{200, body};
  return !medusa::parse_into<medusa::fixed<48, 8>>(medusa::admin::retrieve_user{}, response, out);
}
