// SPDX-License-Identifier: MIT
#include <medusa/testing/recorder/redactor.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using medusa::testing::redactor;

TEST_CASE("redactor: what has a secret name, and nothing else") {
  redactor secrets;
  CHECK(secrets.body("") == "");
  CHECK(secrets.body(R"({"email":"a@b","password":"hush"})") ==
        R"({"email":"a@b","password":"REDACTED"})");
  CHECK(secrets.body(R"( {"user" : {"api_token" : "tok", "n":[1,true,null]}} )") ==
        R"( {"user" : {"api_token" : "REDACTED", "n":[1,true,null]}} )");
  CHECK(secrets.body(R"([{"access_token":"a"},{"Token":"b"}])") ==
        R"([{"access_token":"REDACTED"},{"Token":"REDACTED"}])");
  CHECK(secrets.body(R"({"p\u0061ssword":"x1"})") == R"({"p\u0061ssword":"REDACTED"})");
}

TEST_CASE("redactor: null is no secret, whatever else is") {
  redactor secrets;
  CHECK(secrets.body(R"({"api_token":null})") == R"({"api_token":null})");
  CHECK(secrets.body(R"({"token":4711,"password":true})") ==
        R"({"token":"REDACTED","password":"REDACTED"})");
  CHECK(secrets.body(R"({"token":{"kk":["s1",null,{"id":2}]}})") == R"({"token":"REDACTED"})");
}

TEST_CASE("redactor: a secret that is known is found under any name") {
  redactor secrets;
  secrets.learn("hu/sh");
  CHECK(secrets.body(R"({"message":"no hu\/sh here","a":"h\u0075/sh","b":"hu%2Fsh","c":"hush"})") ==
        R"({"message":"REDACTED","a":"REDACTED","b":"REDACTED","c":"hush"})");
  secrets.learn("4711");
  CHECK(secrets.body(R"({"pin":4711,"date":"2026"})") == R"({"pin":"REDACTED","date":"2026"})");
  CHECK(secrets.body(R"({"hu/sh":1})") ==
        "REDACTED");  // a name cannot be replaced: none of it is kept
  CHECK(secrets.body(R"({"a":{"x":"hu/sh"},"x4711":1})") == "REDACTED");
  CHECK(secrets.body(R"({"x4711":1,"b":2})") == "REDACTED");
}

TEST_CASE("redactor: names under a secret name are secrets as well") {
  redactor secrets;
  CHECK(secrets.body(R"({"token":{"hush":[{"id":17}]}})") == R"({"token":"REDACTED"})");
  CHECK(secrets.body(R"({"token":{"token":"deeper"}})") == R"({"token":"REDACTED"})");
  CHECK(secrets.finds_secret_in("a deeper b"));
  CHECK(secrets.finds_secret_in("17"));
  CHECK(secrets.finds_secret_in("a hush b"));
}

TEST_CASE("redactor: a body that is not JSON is not kept") {
  redactor secrets;
  for (std::string_view const body : {"password=hush", "<p>hush", R"({"password":"hush")",
                                      R"({"password":"hush"} x)", "\"\xFF\"", "hush"})
    CHECK(secrets.body(body) == "REDACTED");
}

TEST_CASE("redactor: path and query") {
  redactor secrets;
  CHECK(secrets.target("/admin/users?q=a&limit=1") == "/admin/users?q=a&limit=1");
  CHECK(secrets.target("/a?") == "/a?");
  CHECK(secrets.target("/a?token=hu%2Fsh&b=1") == "/a?token=REDACTED&b=1");
  CHECK(secrets.target("/a?user%5Bapi_token%5D=t2&user[password]=p2") ==
        "/a?user%5Bapi_token%5D=REDACTED&user[password]=REDACTED");
  CHECK(secrets.target("/a?%74oken=t3&token&b=token") == "/a?%74oken=REDACTED&token&b=token");
  CHECK(secrets.target("/a/hu%2fsh/b?q=%68u%2Fsh&c") == "/a/REDACTED/b?REDACTED&c");
  secrets.learn("two words");
  CHECK(secrets.target("/a?q=two+words") == "/a?REDACTED");
}

TEST_CASE("redactor: what is learned from headers") {
  redactor secrets;
  secrets.learn_header("Authorization", "Bearer jwt.1");
  secrets.learn_header("Cookie", "a=one; connect.sid=s%3Atwo");
  secrets.learn_header("x-medusa-access-token", "three=");
  secrets.learn_header("Cookie", "four");
  secrets.learn_cookie("connect.sid=s%3Afive; Path=/; HttpOnly");
  for (std::string const text : {"jwt.1", "one", "s%3Atwo", "s:two", "three=", "four", "s:five"})
    CHECK(secrets.finds_secret_in("<" + text + ">"));
  for (std::string const text :
       {"Path", "HttpOnly", "connect.sid", "three", "Bearer", "", "REDACTED"})
    CHECK(!secrets.finds_secret_in(text));
}

TEST_CASE("redactor: twice is once") {
  redactor secrets;
  std::string const once = secrets.body(R"({"password":"RED","token":"hush","a":"hush"})");
  CHECK(secrets.body(once) == once);
  CHECK(secrets.target(secrets.target("/a?token=hush")) == "/a?token=REDACTED");
}
