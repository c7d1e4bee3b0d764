// Around the first snippet of README.md: a server on loopback, its address and a token.
#include <medusa/ext/curl.hpp>
#include <medusa/medusa.hpp>

#include <cstdio>
#include <string>
#include <string_view>

#include "support/loopback_server.hpp"

int main() {
  std::string_view const ada = R"("id":"usr_1","email":"ada@example.com")";
  std::string const created = R"({"user":{)" + std::string(ada) + "}}";
  std::string const page =
      R"({"users":[{)" + std::string(ada) + R"(}],"count":1,"offset":0,"limit":100})";
  support::loopback_server const server(
      {support::answer(200, created), support::answer(200, page)});
  std::string const url = server.url("");
  std::string const token = "secret";
  {
    // SNIPPET
  }
  auto const requests = server.requests();
  bool const as_told =
      requests.size() == 2 && requests[0].starts_with("POST /admin/users HTTP/1.1\r\n") &&
      requests[0].ends_with(R"({"email":"ada@example.com","password":"s3cret"})") &&
      requests[1].starts_with("GET /admin/users?limit=100 HTTP/1.1\r\n");
  return as_told ? 0 : 1;
}
