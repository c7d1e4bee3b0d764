// Around a snippet of docs/asynchronous.md: a server that wants a new token.
#include <medusa/medusa.hpp>
#include <medusa/testing/scripted_transport.hpp>

#include <optional>
#include <string>

int main() {
  using medusa::testing::expect;
  medusa::testing::scripted_transport http{expect(medusa::method::get, "/admin/users/usr_1")
                                               .with_header("Authorization", "Bearer old")
                                               .answer(401),
                                           expect(medusa::method::get, "/admin/users/usr_1")
                                               .with_header("Authorization", "Bearer new")
                                               .answer(404)};
  std::string old_token = "old";
  std::string token;
  auto const read_token_file = [] { return std::string("new"); };
  {
    // SNIPPET
    if (client.users().retrieve("usr_1").error().code != medusa::errc::not_found) return 1;
  }
  return http.finished() ? 0 : 1;
}
