// SPDX-License-Identifier: MIT
#pragma once

#include <medusa/core/secret.hpp>
#include <medusa/model/members.hpp>
#include <medusa/model/storage.hpp>

namespace medusa::inline v0 {

/// A JWT to be sent as bearer token (`POST /admin/auth/token`). Good for 24 hours; nothing revokes
/// it.
template <storage S>
struct basic_session_token {
  using text = typename S::credential;

  basic_secret<text> access_token{};

  using field_table =
      member_list<member<"access_token", &basic_session_token::access_token, presence::required>>;
};

}  // namespace medusa::inline v0
