// Around the snippet about lost answers of docs/interop.md.
#include "snippets/interop.hpp"

int main() {
  std::string_view const nobody = R"({"users":[]})";
  std::string_view const somebody = R"({"users":[{"id":"usr_1","email":"ada@example.com"}]})";
  scripted_transport http{
      expect(method::get, "/admin/users?email=ada%40example.com&limit=1").answer(200, nobody),
      expect(method::post, "/admin/users").fail(scripted_error::broken),
      expect(method::post, "/admin/auth/token").answer(200, R"({"access_token":"jwt"})"),
      expect(method::get, "/admin/users?email=ada%40example.com&limit=1").answer(200, somebody)};
  medusa::admin::client client{http, {.base_url = "https://shop.example"}};
  {
    // SNIPPET
  }
  return http.finished() ? 0 : 1;
}
