// SPDX-License-Identifier: MIT
// A secret ends up in no log by way of {fmt}.
// expect: Cannot format an argument
#include <medusa/ext/fmt.hpp>

#include <medusa/core/secret.hpp>

std::string shows(medusa::secret_view secret) {
#ifdef MEDUSA_CONTROL
  return fmt::format("{} {}", secret.reveal(), medusa::errc::not_found);
#else
  return fmt::format("{} {}", secret, medusa::errc::not_found);
#endif
}
