// Around a snippet of docs/asynchronous.md: a client whose server answers what is asked there.
#include <medusa/client/async_client.hpp>
#include <medusa/medusa.hpp>
#include <medusa/testing/async_scripted_transport.hpp>

#include <cstdio>
#include <string>

int main() {
  using medusa::testing::expect;
  medusa::testing::async_scripted_transport http{
      expect(medusa::method::get, "/admin/users/usr_1")
          .answer(200, R"({"user":{"id":"usr_1","email":"ada@example.com"}})")};
  std::string const url = "https://shop.example";
  std::string const id = "usr_1";
  int frames = 0;
  auto const running = [&frames] { return ++frames < 3; };
  auto const draw = [] {};
  {
    // SNIPPET
  }
  return http.finished() ? 0 : 1;
}
