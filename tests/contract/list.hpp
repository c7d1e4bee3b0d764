// SPDX-License-Identifier: MIT
#pragma once

#include "five_users.hpp"

using namespace contract;

TEST_CASE("contract: the filters of list_users") {
  five f;
  auto users = f.s.users();
  std::string const& ann = f.all[0].email;
  CHECK(names(value_of(users.list({.email = ann}))) == "ann");
  CHECK(value_of(users.list({.email = "Ann" + ann.substr(3)})).users.empty());  // exact
  CHECK(f.names({.first_name = "bob"}) == "bob");
  CHECK(f.names({.first_name = "dee"}) == "");
  CHECK(f.names({.first_name = ""}) == "");
  CHECK(f.names({.first_name = "null"}) == "-");  // those who have none
  CHECK(f.names({.id = f.all[2].id}) == "cid");
  CHECK(f.names({.id = "usr_nope"}) == "");
  CHECK(f.names({.role = role::member}) == "DEE cid");
  role const two[]{role::admin, role::developer};
  CHECK(f.names({.role = two}) == "bob ann");
  std::string_view const one_id[]{f.all[3].id};
  CHECK(f.names({.id = one_id}) == "DEE");
  std::string_view const ids[]{f.all[0].id, "usr_nope", f.all[3].id};
  CHECK(f.names({.id = ids}) == "DEE ann");
  for (std::size_t const many : {20u, 21u, 22u, 200u}) {
    std::vector<std::string> texts(many, std::string("usr_nope"));
    for (std::size_t i = 0; i < many; ++i) texts[i] += std::to_string(i);
    texts.front() = f.all[0].id;
    texts.back() = f.all[3].id;
    std::vector<std::string_view> const views(texts.begin(), texts.end());
    CHECK_MESSAGE(f.names({.id = views}) == "DEE ann", many);
    medusa::request_buffer<16384> buffer;
    list_users const op{.id = views};
    auto const request = op.request(buffer, medusa::client_options{.base_url = the_world().url()});
    CHECK(request.has_value());
    if (request)
      CHECK(request->target.starts_with(many > 20 ? "/admin/users?id=usr_"
                                                  : "/admin/users?id%5B0%5D=usr_"));
  }
  auto const get = [&](std::string_view query) {
    return f.s
        .get("/admin/users?fields=first_name&order=first_name&last_name=" + f.family + '&' +
             std::string(query))
        .body();
  };
  std::string const a = f.all[0].id;
  std::string const b = f.all[1].id;
  CHECK(get("id=null&id=" + a).find(R"("count":1,)") != std::string::npos);
  for (std::string const& query :
       {"id=" + a + "&id=" + b, "id[]=" + a + "&id[]=" + b, "id[0]=" + a + "&id[1]=" + b,
        "id%5B0%5D=" + a + "&id%5B1%5D=" + b, "id[]=" + a + "," + b})
    CHECK_MESSAGE(get(query).find(R"("count":2,)") != std::string::npos, query);
  CHECK(get("id=" + a + "," + b).find(R"("count":0,)") != std::string::npos);
  CHECK(get("role=admin&role=member").find(R"("count":3,)") != std::string::npos);
  CHECK(get("id=").find(R"("count":0,)") != std::string::npos);
  the_world().covered("list_users: e-mail, names, one id and many (to 200), one role and several");
}

TEST_CASE("contract: the search of list_users") {
  five f;
  auto users = f.s.users();
  auto const found = [&](std::string_view q) {
    return names(value_of(users.list({.q = q, .order = {{user_field::created_at}}})));
  };
  std::string upper = f.family;
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  CHECK(found(f.family) == "ann bob cid DEE -");
  CHECK(found(upper) == "ann bob cid DEE -");
  CHECK(found(f.all[3].email.substr(0, 20)) == "DEE");
  std::string wild = f.family;
  wild.replace(2, 3, "%");
  wild[5] = '_';
  CHECK(found(wild) == "ann bob cid DEE -");
  wild[5] = '\\';
  CHECK(found(wild) == "");
  // The three exact filters do not count beside q; the others do.
  CHECK(names(value_of(users.list({.email = "x",
                                   .first_name = "x",
                                   .last_name = "x",
                                   .q = f.family,
                                   .role = role::admin}))) == "ann");
  user const odd = f.s.create({.email = f.s.email(),
                               .first_name = "\xC3\x84"
                                             "b%c_d\\e" +
                                             f.s.run(),
                               .password = "s3cret"});
  for (std::string_view const q : {"\xC3\xA4"
                                   "B%",
                                   "b\\%C\\_d\\\\e", "b%\\\\E"})  // its letters in any case, too
    CHECK_MESSAGE(value_of(users.list({.q = std::string(q) + f.s.run()})).count == 1u, q);
  CHECK(value_of(users.list({.q = "b\\\\%c" + f.s.run()})).count == 0u);
  CHECK(f.s.get("/admin/users?q=").status() == 500);
  CHECK(f.s.get("/admin/users?q=%00").status() == 500);
  CHECK(f.s.get("/admin/users?q=null").status() == 500);
  CHECK(f.s.get("/admin/users?q=%zz" + f.s.run()).status() == 200);
  CHECK(f.s.get("/admin/users?q[]=a&q[]=b").body() ==
        R"({"type":"invalid_data","message":"q must be a string"})");
  the_world().covered(
      "list_users: q in any letter case, wildcards, what it overrides, q that fails");
}

TEST_CASE("contract: the dates of list_users") {
  five f;
  auto const at = [&](std::size_t i) { return f.all[i].created_at; };
  auto const ms = [](medusa::timestamp const& t, long long more) {
    return medusa::timestamp::from_unix_ms(t.unix_ms() + more);
  };
  // The database keeps microseconds: a date that was read is before the stored one.
  CHECK(f.names({.created_at = {.gte = at(0)}}) == "- DEE cid bob ann");
  CHECK(f.names({.created_at = {.gt = at(0)}}) == "- DEE cid bob ann");
  CHECK(f.names({.created_at = {.lte = at(0)}}) == "");
  CHECK(f.names({.created_at = {.lte = at(0), .gte = at(0)}}) == "");
  CHECK(f.names({.created_at = {.lt = ms(at(4), 1000), .gt = ms(at(0), -1000)}}) ==
        "- DEE cid bob ann");
  CHECK(f.names({.created_at = {.gt = ms(at(4), 1)}}) == "");
  CHECK(f.names({.updated_at = {.lt = ms(at(0), -1000)}}) == "");
  CHECK(f.names({.updated_at = {.gt = ms(at(0), -1000)}}) == "- DEE cid bob ann");

  CHECK(f.s.users().remove(f.all[1].id).has_value());
  CHECK(f.names({}) == "- DEE cid ann");
  auto const gone =
      value_of(f.s.users().list({.last_name = f.family, .deleted_at = {.gt = ms(at(0), -1000)}}));
  CHECK(names(gone) == "bob");
  CHECK(gone.count == 1u);
  CHECK(gone.users[0].deleted_at.has_value());
  CHECK(gone.users[0].updated_at == *gone.users[0].deleted_at);
  CHECK(f.names({.deleted_at = {.lt = ms(at(0), -1000)}}) == "");

  std::string const seconds = std::to_string(at(0).unix_ms() / 1000);
  std::string const target = "/admin/users?limit=1&last_name=" + f.family + "&created_at";
  CHECK(f.s.get(target + "[gte]=" + seconds).body().find(R"("count":4,)") != std::string::npos);
  CHECK(f.s.get(target + "%5Bgt%5D=2020-01-01").body().find(R"("count":4,)") != std::string::npos);
  CHECK(f.s.get(target + "[lt]=2020-01-01").body().find(R"("count":0,)") != std::string::npos);
  CHECK(f.s.get(target + "[gt]=2020-01-01T00:00:00%2B01:00").body().find(R"("count":4,)") !=
        std::string::npos);
  CHECK(
      f.s.get(target + "[foo]=1&created_at[gt]=x&created_at[lt]=y").body() ==
      R"({"type":"invalid_data","message":"property foo should not exist, lt must be a Date instance, gt must be a Date instance"})");
  CHECK(
      f.s.get("/admin/users?deleted_at=null").body() ==
      R"({"type":"invalid_data","message":"nested property deleted_at must be either object or array"})");
  the_world().covered("list_users: created_at, updated_at and deleted_at with lt, gt, lte and gte");
}

TEST_CASE("contract: the fields of list_users") {
  five f;
  auto const first = [&](user_fields const& fields) {
    auto const page = value_of(f.s.users().list(
        {.last_name = f.family, .order = {{user_field::created_at}}, .fields = fields}));
    CHECK(page.users.size() == 5);
    return page.users.empty() ? user() : page.users[0];
  };
  user const only = first(user_fields::only({user_field::role, user_field::metadata}));
  CHECK(only.id == f.all[0].id);
  CHECK(only.created_at == f.all[0].created_at);
  CHECK(only.role == role::admin);
  CHECK(only.metadata.is_null());
  CHECK(only.email.empty());
  CHECK(only.first_name.is_absent());
  CHECK(!only.updated_at.has_value());
  user const without =
      first(user_fields::without({user_field::email, user_field::api_token, user_field::id}));
  CHECK(without.id == f.all[0].id);
  CHECK(without.email.empty());
  CHECK(without.api_token.is_absent());
  CHECK(without.first_name == "ann");

  auto const get = [&](std::string_view fields) {
    return f.s.get("/admin/users?limit=1&last_name=" + f.family + "&fields=" + std::string(fields));
  };
  auto const has = [&](std::string_view fields, std::string_view name) {
    answer const a = get(fields);
    CHECK_MESSAGE(a.status() == 200, fields);
    return a.body().find("\"" + std::string(name) + "\":") != std::string::npos;
  };
  CHECK(has("%2Bpassword_hash", "email"));
  CHECK(has("%2Bpassword_hash", "password_hash"));  // the real one, for whoever asks
  CHECK(!has("email", "role"));
  CHECK(!has("", "email"));
  CHECK(!has(",", "email"));
  CHECK(has("*", "metadata"));
  CHECK(has("-id", "id"));
  CHECK(has("email,-role", "role"));
  CHECK(!has("email,-role", "first_name"));
  for (std::string_view const bad : {"nickname", "%2Bnickname", "+email", "*email", "metadata.a"})
    CHECK_MESSAGE(get(bad).status() == 500, bad);
  the_world().covered("list_users: fields replaced, added and left out");
}

TEST_CASE("contract: lists that the server refuses") {
  scratch s;
  auto const message = [&](std::string_view query) {
    return s.get("/admin/users?" + std::string(query)).body();
  };
  auto const invalid = [](std::string_view text) {
    return R"({"type":"invalid_data","message":")" + std::string(text) + "\"}";
  };
  std::string const not_number = " must be a number conforming to the specified constraints";
  std::string const bad_role =
      "each value in role must be one of the following values: member, admin, developer";
  for (std::string_view const name : {"foo", "api_token", "metadata", "page"})
    CHECK(message(std::string(name) + "=1") ==
          invalid("property " + std::string(name) + " should not exist"));
  CHECK(message("metadata[a]=1") == invalid("property metadata should not exist"));
  CHECK(message("limit=abc") == invalid("limit" + not_number));
  CHECK(message("limit=1&limit=2") == invalid("limit" + not_number));
  CHECK(message("offset=Infinity") == invalid("offset" + not_number));
  for (std::string_view const query : {"role=owner", "role=", "role[0]=admin&role[1]=bad"})
    CHECK(message(query) == invalid(bad_role));
  for (std::string_view const name :
       {"email", "first_name", "last_name", "fields", "order", "expand"})
    CHECK(message(std::string(name) + "[]=a&" + std::string(name) + "[]=b") ==
          invalid(std::string(name) + " must be a string"));
  CHECK(message("email=a&email=b") == invalid("email must be a string"));
  CHECK(message("id[gt]=a").find("id must be one of: String,String") != std::string::npos);
  CHECK(message("foo=1&bar=2&limit=x&offset=y&role=z&created_at=1&q[]=1&q[]=2&order[]=1&order[]=2&"
                "email[]=1&email[]=2"
                "&fields[]=1&fields[]=2&expand[]=1&expand[]=2&updated_at=3&deleted_at=2&first_name["
                "]=1&first_name[]=2") ==
        invalid("property foo should not exist, property bar should not exist, q must be a string, "
                "order must be a string, "
                "nested property updated_at must be either object or array, nested property "
                "created_at must be either object "
                "or array, nested property deleted_at must be either object or array, email must "
                "be a string, first_name must "
                "be a string, " +
                bad_role + ", fields must be a string, expand must be a string, offset" +
                not_number + ", limit" + not_number));
  for (std::string_view const query :
       {"limit=-1", "offset=-1", "limit=99999999999999999999", "expand=foo"})
    CHECK_MESSAGE(s.get("/admin/users?" + std::string(query)).status() == 500, query);
  CHECK(s.get("/admin/users?expand=&limit=1").status() == 200);
  CHECK(s.get("/admin/users/?limit=1").status() == 200);
  the_world().covered(
      "list_users: unknown parameters, wrong types, what the server answers with 500");
}
