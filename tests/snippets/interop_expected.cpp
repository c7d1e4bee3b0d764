// Around the snippet about std::expected of docs/interop.md; C++23.
#include <medusa/ext/expected.hpp>

#include "snippets/interop.hpp"

int main() {
  scripted_transport http{expect(method::get, "/admin/users/usr_1").answer(200, ada_in_full)};
  medusa::admin::client client{http, {.base_url = "https://shop.example"}};
  // SNIPPET
  return name == "ada@example.com" && back == 7 ? 0 : 1;
}
