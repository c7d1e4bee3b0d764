// Around the snippet about errors of docs/interop.md.
#include "snippets/interop.hpp"

int main() {
  scripted_transport http{
      expect(method::get, "/admin/users/usr_2").answer(404, none_there).times(2)};
  medusa::admin::client client{http, {.base_url = "https://shop.example"}};
  std::string_view const id = "usr_2";
  bool found_out = false;
  int caught = 0;
  {
    // SNIPPET
  }
  return found_out && caught == 404 && http.finished() ? 0 : 1;
}
