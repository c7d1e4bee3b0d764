// SPDX-License-Identifier: MIT
#include <medusa/ext/http1.hpp>

#include <support/loopback_http1.hpp>

#include "world.hpp"

contract::world& contract::the_world() {
  using transport = decltype(support::loopback_http1(""));
  static transport_world<transport> only(support::loopback_http1(std::getenv("MEDUSA_URL")));
  return only;
}
