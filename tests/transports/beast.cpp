// SPDX-License-Identifier: MIT
#include <medusa/ext/beast.hpp>

#include "world.hpp"

contract::world& contract::the_world() {
  static transport_world<medusa::ext::beast_transport> only({});
  return only;
}
