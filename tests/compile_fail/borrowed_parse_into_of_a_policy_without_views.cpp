// SPDX-License-Identifier: MIT
// parse_into() says it, too.
// expect: borrowed storage views the response, but this JSON policy's text does not outlive its
#include <medusa/model/borrowed.hpp>
#include "models.hpp"

struct policy : whole::reader_of<whole::value> {
#ifndef MEDUSA_CONTROL
  static constexpr bool views_input = false;
#endif
};
using storage = medusa::borrowed<1>;

bool checks() {
  medusa::response_view response(200, "");
  medusa::basic_user<storage> out;
  return !medusa::parse_into<storage, policy>(medusa::admin::retrieve_user{}, response, out);
}
