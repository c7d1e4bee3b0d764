// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "json_value.hpp"
#include "jwt.hpp"
#include "stored_user.hpp"

#include <cstdint>
#include <string>
#include <string_view>

// medusa/testing/fake_medusa/tokens.hpp

namespace medusa::inline v0::testing::fake {

/// What `POST /admin/auth/token` gives, good for 24 hours. `now` is in seconds since the epoch.
[[nodiscard]] inline std::string make_bearer_token(stored_user const& user, std::int64_t now,
                                                   std::string_view secret) {
  json_value payload{.kind = json::kind::object};
  payload.set("user_id", json_value::of(std::string_view(user.id)));
  payload.set("domain", json_value::of("admin"));
  payload.set("iat", json_value::of(static_cast<double>(now)));
  payload.set("exp", json_value::of(static_cast<double>(now + 24 * 60 * 60)));
  std::string text;
  append_json(text, payload);
  return make_jwt(text, secret);
}

/// What the event of a password reset carries, good for 15 minutes. The hash of the user's password
/// signs it, so that a new password makes all older tokens worthless. Two of the same second are
/// equal. Precondition: the user has a password.
[[nodiscard]] inline std::string make_reset_token(stored_user const& user, std::int64_t now) {
  json_value payload{.kind = json::kind::object};
  payload.set("user_id", json_value::of(std::string_view(user.id)));
  payload.set("email", json_value::of(std::string_view(user.email)));
  payload.set("exp", json_value::of(static_cast<double>(now + 15 * 60)));
  payload.set("iat", json_value::of(static_cast<double>(now)));
  std::string text;
  append_json(text, payload);
  return make_jwt(text, *user.password_hash);
}

}  // namespace medusa::inline v0::testing::fake
