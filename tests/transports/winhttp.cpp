// SPDX-License-Identifier: MIT
#include <medusa/ext/winhttp.hpp>

#include "world.hpp"

contract::world& contract::the_world() {
  static transport_world<medusa::ext::winhttp_transport> only({});
  return only;
}
