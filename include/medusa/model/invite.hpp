// SPDX-License-Identifier: MIT
#pragma once

#include <medusa/core/secret.hpp>
#include <medusa/json/raw.hpp>
#include <medusa/model/field.hpp>
#include <medusa/model/members.hpp>
#include <medusa/model/open_enum.hpp>
#include <medusa/model/role.hpp>
#include <medusa/model/storage.hpp>
#include <medusa/model/timestamp.hpp>

namespace medusa::inline v0 {

/// An invitation to become an admin user (`GET /admin/invites`).
template <storage S>
struct basic_invite {
  using text = typename S::text;

  text id{};  ///< `invite_` and a ULID
  timestamp created_at{};
  timestamp updated_at{};
  field<timestamp> deleted_at{};
  text user_email{};  ///< as it was given: not in lower case, other than a user's
  field<open_enum<admin::role, text>> role{};
  bool accepted = false;
  basic_secret<text> token{};  ///< whoever has it can accept
  timestamp expires_at{};      ///< seven days after it was made, or made anew
  field<json::basic_raw<typename S::metadata>> metadata{};

  using field_table =
      member_list<member<"id", &basic_invite::id, presence::required>,                  //
                  member<"created_at", &basic_invite::created_at>,                      //
                  member<"updated_at", &basic_invite::updated_at>,                      //
                  member<"deleted_at", &basic_invite::deleted_at>,                      //
                  member<"user_email", &basic_invite::user_email, presence::required>,  //
                  member<"role", &basic_invite::role>,                                  //
                  member<"accepted", &basic_invite::accepted>,                          //
                  member<"token", &basic_invite::token>,                                //
                  member<"expires_at", &basic_invite::expires_at>,                      //
                  member<"metadata", &basic_invite::metadata>>;
};

/// All invitations.
template <storage S>
struct basic_invite_list {
  typename S::template list<basic_invite<S>> invites{};

  using field_table =
      member_list<member<"invites", &basic_invite_list::invites, presence::required>>;
};

}  // namespace medusa::inline v0
