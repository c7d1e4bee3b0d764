// Around the snippet about dates of docs/interop.md.
#include "snippets/interop.hpp"

int main() {
  using namespace std::chrono_literals;
  scripted_transport http{
      expect(method::get, "/admin/users/usr_1").answer(200, ada_in_full),
      expect(method::get, "/admin/users?created_at%5Bgt%5D=2026-11-22T06%3A56%3A10.386Z")
          .answer(200, R"({"users":[]})")};
  medusa::admin::client client{http, {.base_url = "https://shop.example"}};
  {
    // SNIPPET
  }
  return http.finished() ? 0 : 1;
}
