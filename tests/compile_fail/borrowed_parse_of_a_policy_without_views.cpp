// SPDX-License-Identifier: MIT
// Borrowed results need texts that outlive the visit of the document.
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
  return medusa::parse<storage, policy>(medusa::admin::retrieve_user{}, response).has_value();
}
