// SPDX-License-Identifier: MIT
#pragma once

#include <set>

#include "five_users.hpp"

using namespace contract;

TEST_CASE("contract: pages of list_users") {
  five f;
  CHECK(f.names({}) == "- DEE cid bob ann");  // the latest first
  auto const page = value_of(f.s.users().list({.last_name = f.family, .offset = 1, .limit = 2}));
  CHECK(names(page) == "DEE cid");
  CHECK(page.count == 5u);
  CHECK(page.offset == 1u);
  CHECK(page.limit == 2u);
  CHECK(page.users[1] == f.all[2]);
  auto const beyond = value_of(f.s.users().list({.last_name = f.family, .offset = 5}));
  CHECK(beyond.users.empty());
  CHECK(beyond.count == 5u);
  CHECK(beyond.limit == 50u);
  auto const unlimited = value_of(f.s.users().list({.last_name = f.family, .limit = 0}));
  CHECK(unlimited.users.size() == 5);
  CHECK(unlimited.limit == 0u);
  CHECK(value_of(f.s.users().list({.last_name = "nobody has this name"})).count == 0u);
  std::string const target = "/admin/users?fields=id&last_name=" + f.family + "&limit=";
  CHECK(f.s.get(target + "1.5&offset=0.4")
            .body()
            .ends_with(R"(],"count":5,"offset":0.4,"limit":1.5})"));
  CHECK(f.s.get(target + "").body().ends_with(R"("limit":0})"));
  CHECK(f.s.get(target + "%201").body().ends_with(R"("limit":1})"));
  the_world().covered("list_users: count, offset, limit, its default, no limit");
}

TEST_CASE("contract: the order of list_users") {
  five f;
  CHECK(f.names({.order = {{user_field::created_at}}}) == "ann bob cid DEE -");
  CHECK(f.names({.order = {{user_field::created_at, direction::descending}}}) ==
        "- DEE cid bob ann");
  CHECK(f.names({.order = {{user_field::first_name}}}) == "DEE ann bob cid -");
  CHECK(f.names({.order = {{user_field::first_name, direction::descending}}}) ==
        "- cid bob ann DEE");
  CHECK(f.names({.order = {{user_field::email}}}) == "ann bob cid DEE -");
  CHECK(f.names({.order = {{user_field::role}}, .limit = 1}) == "ann");
  CHECK(f.names({.order = {{user_field::role, direction::descending}}, .limit = 2}) == "- bob");
  CHECK(f.s.users()
            .update(f.all[1].id, {.last_name = f.family, .api_token = "t" + f.s.run()})
            .has_value());
  CHECK(f.names({.order = {{user_field::updated_at, direction::descending}}, .limit = 1}) == "bob");
  CHECK(f.names({.order = {{user_field::api_token}}, .limit = 1}) == "bob");
  for (user_field const each :
       {user_field::id, user_field::deleted_at, user_field::metadata, user_field::last_name})
    CHECK(value_of(f.s.users().list({.last_name = f.family, .order = {{each}}})).users.size() == 5);
  for (std::string_view const bad :
       {"order=", "order=-", "order=nickname", "order=email,role", "order=%2Bemail"})
    CHECK_MESSAGE(f.s.get("/admin/users?" + std::string(bad)).status() == 500, bad);
  the_world().covered(
      "list_users: order by every field, both directions, where null goes, bad orders");
}

TEST_CASE("contract: all() over 120 users") {
  scratch s;
  std::string const family = "All-" + s.run();
  std::set<std::string> made;
  for (int i = 0; i < 120; ++i) {
    std::string const email = s.email("page");
    made.insert(s.create({.email = email, .last_name = family, .password = "x"}).id);
  }
  CHECK(made.size() == 120);
  std::size_t failures = 0;
  auto const collect = [&](list_users op) {
    op.last_name = family;
    op.order = {{user_field::created_at}};
    std::vector<std::string> ids;
    for (auto&& each : s.users().all(op)) {
      if (each) ids.push_back(each->id);
      else ++failures;
    }
    return ids;
  };
  for (std::uint64_t const limit : {7u, 40u, 100u, 119u, 120u, 121u, 1000u, 0u}) {
    auto const ids = collect({.limit = limit});
    CHECK_MESSAGE(ids.size() == 120, limit);
    CHECK(std::set<std::string>(ids.begin(), ids.end()) == made);
  }
  auto const all = collect({});  // by the server's own 50
  CHECK(all.size() == 120);
  CHECK(collect({.offset = 115}) == std::vector<std::string>(all.end() - 5, all.end()));
  CHECK(collect({.offset = 500}).empty());
  CHECK(collect({.limit = 30, .fields = user_fields::only({user_field::role})}) == all);
  CHECK(failures == 0);
  std::size_t refused = 0;
  client nobody = s.anonymous();
  for (auto&& each : nobody.users().all()) {
    CHECK(code_of(each) == errc::unauthorized);
    ++refused;
  }
  CHECK(refused == 1);
  the_world().covered(
      "all(): 120 users in pages of every size, each once and in order; ends after an error");
}
