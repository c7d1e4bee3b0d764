// SPDX-License-Identifier: MIT
#include <medusa/ext/to_curl.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <string>
#include <string_view>

#include <medusa/client/steady_clock.hpp>
#include <medusa/http/call_options.hpp>
#include <medusa/http/options.hpp>
#include <medusa/http/request_buffer.hpp>
#include <medusa/operation/create_user.hpp>
#include <medusa/operation/reset_password.hpp>
#include <medusa/operation/update_user.hpp>

namespace {

using namespace medusa;
using ext::to_curl;

bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

/// What a shell hands to a command in place of curl: its arguments, each between brackets.
std::string arguments(std::string const& command_line) {
  std::string const program =
      "curl() { for each in \"$@\"; do printf '[%s]' \"$each\"; done; }\n" + command_line;
  std::FILE* const pipe = ::popen(("sh -c " + ext::detail::shell_word(program)).c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string out;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) out += static_cast<char>(c);
  CHECK(::pclose(pipe) == 0);
  return out;
}

constexpr client_options options{.base_url = "https://shop.example/api",
                                 .credentials = api_token{"tok-5ecret"}};

}  // namespace

TEST_CASE("to_curl: a request of an operation") {
  request_buffer<1024> buffer;
  admin::create_user const op{.email = "ada@example.com",
                              .first_name = "O'Brien $(id) `id` \"x\" \\ \n!",
                              .password = "p-5ecret"};
  auto const made = op.request(buffer, options);
  REQUIRE(made.has_value());
  std::string const line = to_curl(*made);
  CHECK(line.starts_with("curl --globoff -X POST 'https://shop.example/api/admin/users' -H '"));
  CHECK(has(line, " -H 'x-medusa-access-token: REDACTED'"));
  CHECK(has(line, R"("email":"ada@example.com")"));
  CHECK(has(line, R"("password":"REDACTED"})"));
  CHECK_FALSE(has(line, "5ecret"));
  std::string const given = arguments(line);
  CHECK(given.starts_with("[--globoff][-X][POST][https://shop.example/api/admin/users][-H]["));
  CHECK(given.ends_with(
      R"(][--data-raw][{"email":"ada@example.com","first_name":"O'Brien $(id) `id` \"x\" \\ \n!",)"
      R"("password":"REDACTED"}])"));
}

TEST_CASE("to_curl: no secret is shown") {
  std::array<header, 7> const headers{{{"Authorization", "Bearer 5ecret"},
                                       {"COOKIE", "connect.sid=5ecret; a=5ecret"},
                                       {"X-Medusa-Access-Token", "5ecret"},
                                       {"Proxy-Authorization", "Basic 5ecret"},
                                       {"x-publishable-api-key", "pk_1"},
                                       {"X-Empty", ""},
                                       {"Accept", "*/*"}}};
  request const r{
      .method = method::post,
      .url = "http://h/a?token=5ecret&q=x&user%5Bapi_token%5D=5ecret&password=&tokens=3",
      .headers = headers,
      .body = R"( {"metadata":{"Password":["5ecret",{"a":"5ecret"}],"n":null},"token":null,)"
              R"("passwor\u0064":"5e\"cret5ecret","list":[{"access_token":5.5},"shown"],)"
              "\n"
              R"("api_token" : "5ecret" } )"};
  std::string const line = to_curl(r);
  CHECK_FALSE(has(line, "5ecret"));
  CHECK(arguments(line) ==
        "[--globoff][-X][POST][http://h/"
        "a?token=REDACTED&q=x&user%5Bapi_token%5D=REDACTED&password=REDACTED&tokens=3]"
        "[-H][Authorization: REDACTED][-H][COOKIE: REDACTED][-H][X-Medusa-Access-Token: REDACTED]"
        "[-H][Proxy-Authorization: REDACTED][-H][x-publishable-api-key: "
        "pk_1][-H][X-Empty;][-H][Accept: */*]"
        R"([--data-raw][ {"metadata":{"Password":"REDACTED","n":null},"token":null,)"
        R"("passwor\u0064":"REDACTED","list":[{"access_token":"REDACTED"},"shown"],)"
        "\n"
        R"("api_token" : "REDACTED" } ])");
}

TEST_CASE("to_curl: a body that is not JSON is not shown") {
  for (std::string_view const body :
       {"password=5ecret", R"({"a":1,"password":"5ecret")", "{\"password\":\"5ecret\"}{}"}) {
    std::string const line = to_curl({.method = method::post, .url = "http://h/", .body = body});
    CHECK(line == "curl --globoff -X POST 'http://h/' --data-raw 'REDACTED'");
  }
}

TEST_CASE("to_curl: a secret's own operations") {
  request_buffer<1024> buffer;
  auto const reset =
      admin::reset_password{.token = "t-5ecret", .password = "p-5ecret"}.request(buffer, options);
  REQUIRE(reset.has_value());
  CHECK_FALSE(has(to_curl(*reset), "5ecret"));
  CHECK(has(to_curl(*reset), R"({"token":"REDACTED","password":"REDACTED"})"));
  admin::update_user const update{.id = "usr_1", .changes = {.api_token = "a-5ecret"}};
  auto const changed = update.request(buffer, options);
  REQUIRE(changed.has_value());
  CHECK_FALSE(has(to_curl(*changed), "5ecret"));
}

TEST_CASE("to_curl: without body or headers") {
  CHECK(to_curl({.url = "http://h/admin/users/u"}) ==
        "curl --globoff -X GET 'http://h/admin/users/u'");
  CHECK(to_curl({.method = method::del, .url = "http://h/a'b?"}) ==
        R"(curl --globoff -X DELETE 'http://h/a'\''b?')");
}
