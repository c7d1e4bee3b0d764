// SPDX-License-Identifier: MIT
#pragma once

#include "scratch.hpp"

using namespace contract;

namespace contract {
inline constexpr std::string_view html = "text/html; charset=utf-8";
}

TEST_CASE("contract: the shapes of 401") {
  scratch s;
  answer const middleware = raw(medusa::method::get, "/admin/users");
  CHECK(middleware.status() == 401);
  CHECK(middleware.body() == "Unauthorized");
  CHECK(!middleware.header("Content-Type"));
  CHECK(middleware.header("Set-Cookie"));
  for (std::string_view const target : {"/admin/auth", "/admin/auth/token"}) {
    answer const login =
        raw(medusa::method::post, target, R"({"email":"nobody@example.com","password":"x"})");
    CHECK(login.status() == 401);
    CHECK(login.body() == "Unauthorized");
    CHECK(login.header("Content-Type") == "text/plain; charset=utf-8");
  }
  refusal const r = refusal_of(s.anonymous().users().list());
  CHECK(r.code == errc::unauthorized);
  CHECK(r.type.empty());
  CHECK(r.message.empty());
  the_world().covered("401: without Content-Type, and as plain text");
}

TEST_CASE("contract: the order of the server's checks") {
  scratch s;
  CHECK(raw(medusa::method::post, "/admin/users", "{\"email\": ").status() ==
        400);                                                              // before who is asking
  CHECK(raw(medusa::method::post, "/admin/users", "{}").status() == 401);  // before what is asked
  CHECK(s.post("/admin/users/usr_nope", R"({"zz":1})").status() == 400);  // before whom it is about
  CHECK(s.post("/admin/users/usr_nope", "{}").status() == 404);
  CHECK(raw(medusa::method::get, "/admin/nothing").status() == 401);
  CHECK(raw(medusa::method::get, "/admin/users/%zz").status() == 401);
  the_world().covered("checks: JSON, then credentials, then validation, then existence");
}

TEST_CASE("contract: errors as HTML pages") {
  scratch s;
  for (std::string_view const body :
       {"{\"email\": ", "{", "null", "\"text\"", "{'a':1}", "{\"a\":1,}", "[1", "{} {}"}) {
    answer const a = s.post("/admin/users", body);
    CHECK_MESSAGE(a.status() == 400, body);
    CHECK(a.header("Content-Type") == html);
    CHECK(a.body().find("<pre>SyntaxError") != std::string::npos);
  }
  CHECK(s.raw(medusa::method::del, "/admin/users/usr_nope", "{'").status() == 400);
  CHECK(s.get("/admin/auth").status() == 200);
  struct row {
    medusa::method method;
    std::string_view target;
    std::string_view text;
  };
  row const rows[]{{medusa::method::get, "/nothing/here", "Cannot GET /nothing/here"},
                   {medusa::method::get, "/admin", "Cannot GET /admin"},
                   {medusa::method::get, "/admin/nothing?a=b", "Cannot GET /admin/nothing"},
                   {medusa::method::del, "/admin/users", "Cannot DELETE /admin/users"},
                   {medusa::method::get, "/admin/users/a/b", "Cannot GET /admin/users/a/b"},
                   {medusa::method::get, "/admin/auth/token", "Cannot GET /admin/auth/token"}};
  for (row const& each : rows) {
    answer const a = s.raw(each.method, each.target);
    CHECK_MESSAGE(a.status() == 404, each.target);
    CHECK(a.header("Content-Type") == html);
    CHECK(a.body().find("<pre>" + std::string(each.text) + "</pre>") != std::string::npos);
  }
  std::string const elsewhere = std::string(the_world().url()) + "/elsewhere";
  client lost(the_world(), {.base_url = elsewhere});
  refusal const r = refusal_of(lost.users().list());
  CHECK(r.code == errc::not_found);
  CHECK(r.message.empty());
  the_world().covered(
      "HTML pages: malformed JSON, unknown routes, wrong methods; through a client");
}

TEST_CASE("contract: bodies as large as the server takes, and larger") {
  scratch s;
  std::string const head =
      R"({"email":")" + s.email("large") + R"(","password":"x","first_name":")";
  auto const body = [&](std::size_t size) {
    return head + std::string(size - head.size() - 2, 'a') + "\"}";
  };
  answer const largest = s.post("/admin/users", body(102400));
  CHECK(largest.status() == 200);
  s.keep(value_of(medusa::parse<medusa::hosted>(medusa::admin::create_user{}, largest)).id);
  answer const larger = s.post("/admin/users", body(102401));
  CHECK(larger.status() == 413);
  CHECK(larger.header("Content-Type") == html);
  refusal const local = refusal_of(s.users().create(
      {.email = s.email(), .first_name = std::string(102400, 'a'), .password = "x"}));
  CHECK(local.code == errc::too_long);
  CHECK(local.field == "first_name");
  client brave(the_world(), {.base_url = the_world().url(),
                             .credentials = s.admin().credentials(),
                             .limits = {.request_body = 200'000}});
  CHECK(code_of(brave.users().create(
            {.email = s.email(), .first_name = std::string(102400, 'a'), .password = "x"})) ==
        errc::payload_too_large);
  user const long_names = s.create({.email = s.email(),
                                    .first_name = std::string(40000, 'b'),
                                    .password = std::string(50000, 'c')});
  CHECK(long_names.first_name->size() == 40000);
  the_world().covered("413: at 102400 bytes and one more; refused locally before");
}

TEST_CASE("contract: what a client does not keep from the server's answers") {
  scratch s;
  // An answer of more bytes than allowed is an error, and so is a call that was cancelled.
  client narrow(the_world(), {.base_url = the_world().url(),
                              .credentials = s.admin().credentials(),
                              .limits = {.response_body = 100}});
  refusal const r = refusal_of(narrow.users().list());
  CHECK((r.code == errc::response_too_large || r.code == errc::transport_failed));
  bool const cancelled = true;
  CHECK(code_of(s.users().list({}, {.cancel = &cancelled})) == errc::cancelled);
  the_world().covered("a response that is too large; a call that was cancelled");
}
