// SPDX-License-Identifier: MIT
// The default clock is heavy, so it is in a header of its own.
// first: Clock: only declared here; for the default include medusa/client/steady_clock\.hpp
#include "models.hpp"

#include <medusa/model/hosted.hpp>
#ifdef MEDUSA_CONTROL
#include <medusa/client/steady_clock.hpp>
#endif

bool checks() {
  return whole::asks<whole::transport_of<whole::response>, medusa::json::scanner, medusa::hosted,
                     medusa::steady_clock>();
}
