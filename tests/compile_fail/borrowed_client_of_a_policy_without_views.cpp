// SPDX-License-Identifier: MIT
// A client says it, too.
// expect: borrowed storage views the response, but this JSON policy's text does not outlive its
#include <medusa/model/borrowed.hpp>
#include "models.hpp"

struct policy : whole::reader_of<whole::value> {
#ifndef MEDUSA_CONTROL
  static constexpr bool views_input = false;
#endif
};
using storage = medusa::borrowed<1>;

bool checks() { return whole::asks<whole::transport_of<medusa::response_view>, policy, storage>(); }
