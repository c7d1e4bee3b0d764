// Around the first snippet of docs/json-policies.md: answers instead of a server.
#include <medusa/ext/nlohmann.hpp>
#include <medusa/medusa.hpp>
#include <medusa/testing/scripted_transport.hpp>

#include <cstdio>
#include <string>
#include <string_view>

int main() {
  using medusa::method;
  using medusa::testing::expect;
  std::string_view const before =
      R"({"user":{"id":"usr_1","email":"ada@example.com","metadata":{"seats":5}}})";
  medusa::testing::scripted_transport http({
      expect(method::get, "/admin/users/usr_1").answer(200, before),
      expect(method::post, "/admin/users/usr_1")
          .body(R"({"metadata":{"seats":6}})")
          .answer(200, before),
  });
  std::string_view const token = "secret";
  bool updated = false;
  {
    // SNIPPET
  }
  return updated ? 0 : 1;
}
