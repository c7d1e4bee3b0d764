// Around the snippet about attempts of docs/interop.md.
#include "snippets/interop.hpp"

int main() {
  scripted_transport http{
      expect(method::get, "/admin/users/usr_1").answer(503).header("Retry-After", "0"),
      expect(method::get, "/admin/users/usr_1").answer(200, ada_in_full)};
  bool done = false;
  {
    // SNIPPET
    done = client.users().retrieve("usr_1").has_value();
  }
  return done && http.finished() ? 0 : 1;
}
