// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_medusa/validation.hpp>

#include <doctest/doctest.h>

using namespace medusa::testing::fake;

TEST_CASE("fake validation: complaints in the server's words and order") {
  auto const body = [](std::string_view text) { return *parse_json(text); };
  CHECK(complaints_about_creation(body(R"({"email":"a@example.com","password":""})")) == "");
  CHECK(complaints_about_creation(body(R"({"role":"owner","email":1,"zz":1,"last_name":{}})")) ==
        "property zz should not exist, email must be an email, last_name must be a string, role "
        "must be one of the following "
        "values: admin, member, developer, password must be a string");
  CHECK(complaints_about_creation(
            body(R"({"__proto__":1,"email":"a@example.com","password":"x","role":null})")) == "");
  CHECK(complaints_about_creation(body(R"({"email":"a@example.com","password":"x","role":1})")) ==
        "role must be one of the following values: admin, member, developer");
  CHECK(complaints_about_update(body("{}")) == "");
  CHECK(complaints_about_update(body(R"({"metadata":[],"api_token":1})")) ==
        "api_token must be a string, metadata must be an object");
  CHECK(complaints_about_login(body("{}")) ==
        "email should not be empty, email must be an email, password should not be empty, password "
        "must be a string");
  CHECK(complaints_about_login(body(R"({"email":"","password":""})")) ==
        "email should not be empty, email must be an email, password should not be empty");
  CHECK(complaints_about_login(body(R"({"email":1,"password":[]})")) ==
        "email must be an email, password must be a string");
  CHECK(complaints_about_reset_request(body(R"({"email":null,"a":1})")) ==
        "property a should not exist, email must be an email");
  CHECK(complaints_about_reset(body(R"({"email":null,"token":"","password":""})")) == "");
  CHECK(complaints_about_reset(body(R"({"email":"x"})")) ==
        "email must be an email, token must be a string, password must be a string");
}
