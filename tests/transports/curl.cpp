// SPDX-License-Identifier: MIT
#include <medusa/ext/curl.hpp>

#include "world.hpp"

contract::world& contract::the_world() {
  static transport_world<medusa::ext::curl_transport> only({});
  return only;
}
