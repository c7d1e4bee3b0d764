// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace bench {

/// What was taken from the heap since the program began.
struct allocated {
  std::size_t count = 0;
  std::size_t bytes = 0;
};
extern allocated heap;

}  // namespace bench
