// Around the snippet about bug reports of docs/interop.md.
#include "snippets/interop.hpp"

int main() {
  medusa::client_options const options{.base_url = "https://shop.example",
                                       .credentials = medusa::api_token{"s3cret"}};
  std::string line;
  {
    // SNIPPET
  }
  return line.find("s3cret") == line.npos &&
                 line.starts_with(
                     "curl --globoff -X POST 'https://shop.example/admin/users' -H ") &&
                 line.ends_with(R"(--data-raw '{"email":"ada@example.com","password":"REDACTED"}')")
             ? 0
             : 1;
}
