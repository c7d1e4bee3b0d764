// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_medusa/user_table.hpp>

#include <doctest/doctest.h>

using namespace medusa::testing::fake;

TEST_CASE("fake user_table: ids are ULIDs and follow from seed and time") {
  user_table one(7);
  user_table same(7);
  user_table other(8);
  std::string const id = one.insert({.email = "a"}, 1'795'417'800'000).id;
  CHECK(id.size() == 30);
  CHECK(id.starts_with("usr_01M83K"));
  CHECK(same.insert({.email = "b"}, 1'795'417'800'000).id == id);
  CHECK(other.insert({.email = "a"}, 1'795'417'800'000).id != id);
  CHECK(one.insert({.email = "b"}, 1'795'417'800'000).id != id);
}

TEST_CASE("fake user_table: finds those who are not deleted") {
  user_table table(1);
  table.insert({.email = "a", .api_token = "t"}, 1);
  std::string const second = table.insert({.email = "b", .api_token = "t"}, 1).id;
  CHECK(table.find_token("t")->email == "a");
  CHECK(table.find_email("A")->email == "a");
  table.find_email("a")->deleted_at = 1;
  CHECK(table.find_email("a") == nullptr);
  CHECK(table.find_token("t")->id == second);
  CHECK(table.find_id(second)->email == "b");
  CHECK(table.all().size() == 2);
}

TEST_CASE("fake user_table: passwords are salted") {
  user_table table(1);
  stored_user& user = table.insert({.email = "a"}, 1);
  CHECK(!user_table::has_password(user, ""));
  table.set_password(user, "x");
  std::string const first = *user.password_hash;
  table.set_password(user, "x");
  CHECK(user.password_hash != first);
  CHECK(user_table::has_password(user, "x"));
  CHECK(!user_table::has_password(user, "y"));
}

TEST_CASE("fake user_table: every write has a date of its own") {
  user_table table(1);
  CHECK(table.tick(5) == 5001);
  CHECK(table.tick(5) == 5002);
  CHECK(table.tick(4) == 5003);
  CHECK(table.tick(6) == 6001);
}
