// What every consumer project builds and runs: a call through the installed or copied library.
#include <medusa/medusa.hpp>

#include <cstdio>

int main() {
  auto answer = [](medusa::request const& request) -> medusa::result<medusa::response_view, int> {
    if (request.target != "/admin/users/usr_1") return medusa::unexpected(1);
    return medusa::response_view{200, R"({"user":{"id":"usr_1","email":"ada@example.com"}})"};
  };
  medusa::admin::client client{medusa::function_transport{answer},
                               {.base_url = "http://example.com"}};
  auto const user = client.users().retrieve("usr_1");
  if (!user || user->email != "ada@example.com") return 1;
  std::printf("medusa %d.%d.%d: %s\n", medusa::version_major, medusa::version_minor,
              medusa::version_patch, user->email.c_str());
}
