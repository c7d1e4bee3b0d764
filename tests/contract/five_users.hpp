// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "scratch.hpp"

namespace contract {

using medusa::admin::direction;
using medusa::admin::list_users;
using medusa::admin::user_field;
using medusa::admin::user_fields;

/// The first names of a page, joined: the lists below are told apart by them.
[[nodiscard]] inline std::string names(medusa::admin::user_page const& page) {
  std::string out;
  for (user const& each : page.users) {
    if (!out.empty()) out += ' ';
    out += each.first_name ? std::string_view(*each.first_name) : "-";
  }
  return out;
}

/// Five users whose last name nobody else has, and lists of them alone.
struct five {
  scratch s{};
  std::string family = "Family-" + s.run() + "-" + s.email("");
  std::vector<user> all{};

  five() {
    add("ann", role::admin);
    add("bob", role::developer);
    add("cid", role::member);
    add("DEE", role::member);
    user const last = s.create(
        {.email = s.email("e"), .last_name = family, .role = nullptr, .password = "s3cret"});
    all.push_back(last);
  }
  void add(std::string_view name, role r) {
    all.push_back(s.create({.email = s.email(name),
                            .first_name = name,
                            .last_name = family,
                            .role = r,
                            .password = "s3cret"}));
  }
  [[nodiscard]] std::string names(list_users op) {
    op.last_name = family;
    auto const page = s.users().list(op);
    return page ? contract::names(*page) : medusa::to_string(page.error());
  }
};

}  // namespace contract
