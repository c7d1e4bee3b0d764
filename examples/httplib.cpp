// SPDX-License-Identifier: MIT
// Creates a user over cpp-httplib and looks for her:  httplib URL EMAIL PASSWORD
#include <csignal>
#include <cstdio>

#include <medusa/ext/httplib.hpp>
#include <medusa/medusa.hpp>

template <class Failure>
int report(Failure const& failure) {
  std::fprintf(stderr, "%s\n", to_string(failure).c_str());
  return 1;
}

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: httplib URL EMAIL PASSWORD\n", stderr);
    return 2;
  }
  std::signal(SIGPIPE, SIG_IGN);  // cpp-httplib writes to connections that may be closed
  medusa::ext::httplib_transport http;
  medusa::admin::client client{http, {.base_url = argv[1], .retry = {.max_retries = 2}}};
  if (auto const token = client.auth().get_token({.email = argv[2], .password = argv[3]}); !token)
    return report(token.error());

  auto const ada = client.users().create(
      {.email = "ada@example.com", .first_name = "Ada", .password = "s3cret"});
  if (!ada) return report(ada.error());
  auto const page = client.users().list({.q = "ada", .limit = 10});
  if (!page) return report(page.error());
  for (auto const& user : page->users) std::printf("%s  %s\n", user.id.c_str(), user.email.c_str());

  if (auto const gone = client.users().remove(ada->id); !gone) return report(gone.error());
}
