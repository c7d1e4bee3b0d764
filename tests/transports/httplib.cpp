// SPDX-License-Identifier: MIT
#include <medusa/ext/httplib.hpp>

#include "world.hpp"

contract::world& contract::the_world() {
  static transport_world<medusa::ext::httplib_transport> only({});
  return only;
}
