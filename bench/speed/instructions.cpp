// SPDX-License-Identifier: MIT
// Runs our own ways under callgrind, which writes a profile for each: its name is in the profile's
// trigger.
#include <valgrind/callgrind.h>

#include <cstdio>

#include "bodies.hpp"

int main() {
  using namespace bench;
  for (document const& d : documents(false)) {
    for (peer const* each : peer::all()) {
      bodies copies(d);
      if (copies.count() < 2 || !each->run(d.shape, copies[0], nullptr))
        continue;  // warms up what is made once
      std::string const name =
          std::string(each->name) + '|' + d.name + '|' + std::to_string(d.text.size());
      CALLGRIND_ZERO_STATS;
      bool const done = each->run(d.shape, copies[1], nullptr);
      CALLGRIND_DUMP_STATS_AT(name.c_str());
      if (!done) return 1;
    }
  }
}
