// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include <medusa/model/members.hpp>
#include <medusa/model/storage.hpp>
#include <medusa/model/user.hpp>

namespace medusa::inline v0 {

/// Some of the users (`GET /admin/users`). Servers before 1.20.1 send all users and no numbers.
template <storage S>
struct basic_user_page {
  typename S::template list<basic_user<S>> users{};
  std::optional<std::uint64_t> count{};   ///< users that match, on all pages
  std::optional<std::uint64_t> offset{};  ///< users before this page
  std::optional<std::uint64_t> limit{};   ///< most users in a page; 0 is no limit

  using field_table = member_list<member<"users", &basic_user_page::users, presence::required>,  //
                                  member<"count", &basic_user_page::count>,                      //
                                  member<"offset", &basic_user_page::offset>,                    //
                                  member<"limit", &basic_user_page::limit>>;
};

}  // namespace medusa::inline v0
