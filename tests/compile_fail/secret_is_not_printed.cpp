// SPDX-License-Identifier: MIT
// A secret ends up in no log by way of a stream.
// expect: no match for .*operator<<|invalid operands to binary expression
#include <medusa/core/secret.hpp>

#include <ostream>

void prints(std::ostream& out, medusa::secret_view secret) {
#ifdef MEDUSA_CONTROL
  out << secret.reveal();
#else
  out << secret;
#endif
}
