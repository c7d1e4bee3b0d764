// SPDX-License-Identifier: MIT
// Creates a user over cpp-httplib and looks for her:  httplib URL EMAIL PASSWORD [CA_FILE]
#include <csignal>
#include <cstdio>

#include <medusa/ext/httplib.hpp>
#include <medusa/medusa.hpp>

int report(medusa::failure<medusa::hosted, medusa::ext::httplib_error> const& failure) {
  std::fprintf(stderr, "%s\n", to_string(failure).c_str());
  if (failure.transport)
    std::fprintf(stderr, "%s\n", httplib::to_string(failure.transport->number).c_str());
  return 1;
}

int main(int argc, char** argv) {
  if (argc != 4 && argc != 5) {
    std::fputs("usage: httplib URL EMAIL PASSWORD [CA_FILE]\n", stderr);
    return 2;
  }
  std::signal(SIGPIPE, SIG_IGN);  // cpp-httplib writes to connections that may be closed
  // A file of certificates to trust in place of the system's.
  medusa::ext::httplib_transport http{
      medusa::ext::httplib_options{.ca_file = argc == 5 ? argv[4] : ""}};
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
