// SPDX-License-Identifier: MIT
// Signs in over libcurl and lists the users:  curl URL EMAIL PASSWORD
#include <cstdio>

#include <medusa/ext/curl.hpp>
#include <medusa/medusa.hpp>

template <class Failure>
int report(Failure const& failure) {
  std::fprintf(stderr, "%s\n", to_string(failure).c_str());
  return 1;
}

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: curl URL EMAIL PASSWORD\n", stderr);
    return 2;
  }
  medusa::ext::curl_transport http;
  medusa::admin::client client{http, {.base_url = argv[1]}};

  // The client keeps the token, and signs its requests with it from now on.
  auto const token = client.auth().get_token({.email = argv[2], .password = argv[3]});
  if (!token) return report(token.error());

  for (auto&& user : client.users().all()) {  // fetched page by page; each is a result
    if (!user) return report(user.error());
    std::printf("%s  %s\n", user->id.c_str(), user->email.c_str());
  }
}
