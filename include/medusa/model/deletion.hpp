// SPDX-License-Identifier: MIT
#pragma once

#include <medusa/model/members.hpp>
#include <medusa/model/storage.hpp>

namespace medusa::inline v0 {

/// What a deletion answers (`DELETE /admin/users/:id`), also for a user that never existed.
template <storage S>
struct basic_deletion {
  typename S::text id{};      ///< the id that was asked for
  typename S::text object{};  ///< "user"
  bool deleted = false;

  using field_table = member_list<member<"id", &basic_deletion::id, presence::required>,  //
                                  member<"object", &basic_deletion::object>,              //
                                  member<"deleted", &basic_deletion::deleted, presence::required>>;

  friend constexpr bool operator==(basic_deletion const&, basic_deletion const&) = default;
};

}  // namespace medusa::inline v0
