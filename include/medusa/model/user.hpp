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

/// An admin user, as every operation of the users API gives it (`GET /admin/users/:id`).
template <storage S>
struct basic_user {
  using text = typename S::text;

  text id{};                                   ///< `usr_` and a ULID; case-sensitive
  timestamp created_at{};                      ///< no date when an answer leaves it out
  timestamp updated_at{};                      ///< no date when an answer leaves it out
  field<timestamp> deleted_at{};               ///< null but in a list filtered by `deleted_at`
  field<open_enum<admin::role, text>> role{};  ///< may be null; gives no privileges
  text email{};                                ///< lower-case; empty when `fields` leaves it out
  field<text> first_name{};
  field<text> last_name{};
  field<basic_secret<text>> api_token{};                    ///< the server shows it to every admin
  field<json::basic_raw<typename S::metadata>> metadata{};  ///< a JSON object; null until first set

  using field_table = member_list<member<"id", &basic_user::id, presence::required>,        //
                                  member<"created_at", &basic_user::created_at>,            //
                                  member<"updated_at", &basic_user::updated_at>,            //
                                  member<"deleted_at", &basic_user::deleted_at>,            //
                                  member<"role", &basic_user::role>,                        //
                                  member<"email", &basic_user::email, presence::expected>,  //
                                  member<"first_name", &basic_user::first_name>,            //
                                  member<"last_name", &basic_user::last_name>,              //
                                  member<"api_token", &basic_user::api_token>,              //
                                  member<"metadata", &basic_user::metadata>>;

  friend constexpr bool operator==(basic_user const&, basic_user const&) = default;
};

}  // namespace medusa::inline v0
