// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_medusa/user_list.hpp>

#include <doctest/doctest.h>

#include <medusa/testing/fake_medusa/query_string.hpp>

using namespace medusa::testing::fake;

TEST_CASE("fake parse_bound: dates and seconds") {
  CHECK(parse_bound("2026-01-01T00:00:00.001Z") == 1'767'225'600'001.0);
  CHECK(parse_bound("2026-01-01T01:00:00+01:00") == 1'767'225'600'000.0);
  for (std::string_view const text :
       {"2026", "2026-01", "2026-01-01", "2026-01-01T00:00:00", "1767225600"})
    CHECK(parse_bound(text) == 1'767'225'600'000.0);
  CHECK(parse_bound("") == 0.0);
  for (std::string_view const bad : {"x", "notadate", "2026-13-01", "Infinity"})
    CHECK(!parse_bound(bad));
}

TEST_CASE("fake user_list: selects, orders and counts") {
  std::vector<stored_user> const users{
      {.id = "1",
       .created_at = 1001,
       .role = "member",
       .email = "b@example.com",
       .first_name = "Bob",
       .metadata = parse_json(R"({"a":1})")},
      {.id = "2", .created_at = 2001, .role = "admin", .email = "a@example.com"},
      {.id = "3", .created_at = 3001, .deleted_at = 4001, .email = "c@example.com"},
      {.id = "null", .created_at = 4001, .deleted_at = 5001, .email = "d@example.com"},
  };
  auto const ids = [&](std::string_view query) {
    auto const parameters = parse_query(query);
    user_list const list(parameters);
    if (!list.complaint().empty()) return list.complaint();
    auto const answer = list.answer(users);
    if (!answer) return std::string("500");
    std::string out;
    auto const page = parse_json(*answer);
    for (json_value const& each : page->find("users")->values) out += each.find("id")->text;
    return out + "/" + page->find("count")->text;
  };
  CHECK(ids("") == "21/2");
  CHECK(ids("order=email") == "21/2");
  CHECK(ids("order=-first_name") == "21/2");
  CHECK(ids("order=first_name") == "12/2");
  CHECK(ids("order=role") == "21/2");
  CHECK(ids("limit=1&offset=1") == "1/2");
  CHECK(ids("q=OB") == "1/1");
  CHECK(ids("id=1&id=2&role=admin") == "2/1");
  CHECK(ids("first_name=null") == "2/1");
  CHECK(ids("deleted_at[gt]=0") == "null3/2");
  CHECK(ids("created_at[gt]=1970-01-01T00:00:00.001Z&order=id") == "12/2");
  CHECK(ids("created_at[lte]=1970-01-01T00:00:00.001Z") == "/0");
  CHECK(ids("deleted_at[gt]=0&order=deleted_at") == "3null/2");
  CHECK(ids("deleted_at[gt]=0&id[]=null&id[]=3") == "3/1");
  CHECK(ids("order=metadata") == "12/2");
  CHECK(ids("offset=1e30") == "500");
  CHECK(ids("role[a]=admin") ==
        "each value in role must be one of the following values: member, admin, developer");
  CHECK(ids("order=x") == "500");
  CHECK(ids("fields=x") == "500");
  CHECK(ids("limit=-1") == "500");
  CHECK(ids("limit=-0.2") == "/2");
  CHECK(ids("limit=x") == "limit must be a number conforming to the specified constraints");
  CHECK(ids("role=x") ==
        "each value in role must be one of the following values: member, admin, developer");
}
