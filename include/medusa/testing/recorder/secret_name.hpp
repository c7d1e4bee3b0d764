// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/http/header.hpp>

namespace medusa::testing {

/// Whether a member of a JSON object or a parameter of a query has a name that stands for a secret,
/// whatever its case: those of the users API and of the logins (`password_hash` has been handed out
/// by servers), and those of secret headers, which some proxies repeat in a body.
[[nodiscard]] constexpr bool is_secret_name(std::string_view name) noexcept {
  for (std::string_view const secret :
       {"password", "password_hash", "token", "api_token", "access_token"})
    if (ascii::iequals(name, secret)) return true;
  return is_secret_header(name);
}

}  // namespace medusa::testing
