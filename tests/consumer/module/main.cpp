// The library as a module: a call at compile time, and the operations at run time.
#include <medusa/ext/error_code.hpp>
import medusa;
import medusa.testing;

#include <cstdio>

namespace {

constexpr bool knows_ada() {
  using namespace medusa::testing;
  scripted_transport server{
      expect(medusa::method::get, "/admin/users/usr_1")
          .answer(200, R"({"user":{"id":"usr_1","email":"ada@example.com"}})")};
  medusa::admin::client<scripted_transport&, medusa::json::scanner, medusa::fixed<48, 8>> client{
      server, {.base_url = "https://shop.example"}};
  return client.users().retrieve("usr_1")->email == "ada@example.com" && server.finished();
}
static_assert(knows_ada());

}  // namespace

int main() {
  medusa::testing::fake_medusa http("admin@example.com", "supersecret");
  medusa::admin::client client{http, {.base_url = "http://localhost:9000"}};
  if (!client.auth().create_session({.email = "admin@example.com", .password = "supersecret"}))
    return 1;

  auto users = client.users();
  auto const ada = users.create({.email = "ada@example.com", .password = "s3cret"});
  if (!ada || !users.retrieve(ada->id) || !users.list({.q = "ada"})) return 2;
  if (!users.update(ada->id, {.first_name = "Ada"})) return 3;
  if (!users.send_reset_password_token({.email = ada->email})) return 4;
  auto const token = http.last_reset_token(ada->email);
  if (!users.reset_password({.email = ada->email, .token = token, .password = "n3w"})) return 5;
  if (!users.remove(ada->id)) return 6;
  auto const gone = users.retrieve(ada->id);
  if (gone || gone.error().code != medusa::errc::not_found) return 7;
  if (medusa::ext::to_error_code(gone.error()) != medusa::errc::not_found) return 8;
  std::puts(to_string(gone.error()).c_str());
}
