// SPDX-License-Identifier: MIT
// Compiled once for all transports.
#include "../contract/suite.hpp"
