// SPDX-License-Identifier: MIT
// The servers that transports are tried on.
//
//   server                          prints the URL for medusa::testing::transport_conformance, and
//                                   waits for the end of its standard input
//   server COMMAND [ARGUMENT...]    runs a command with that URL in MEDUSA_CONFORMANCE_URL, that of
//                                   a server whose certificate nobody trusts in MEDUSA_TLS_URL, and
//                                   what tools/medusa-server prints of a Medusa. The file that
//                                   MEDUSA_RESET_TOKENS names gets the tokens that are sent.
#include <cstdio>
#include <cstdlib>
#include <string>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <support/conformance_server.hpp>
#include <support/medusa_server.hpp>
#include <support/tls_server.hpp>

int main(int argc, char** argv) {
  support::conformance_server const server;
  std::string const url = server.url();
  if (argc == 1) {
    std::puts(url.c_str());
    std::fflush(stdout);
    while (std::getchar() != EOF) {}
    return 0;
  }
  support::tls_server const tls;
  char const* const token_file = std::getenv("MEDUSA_RESET_TOKENS");
  support::medusa_server const medusa(token_file != nullptr ? token_file : "");
  ::setenv("MEDUSA_URL", medusa.url().c_str(), 1);
  ::setenv("MEDUSA_EMAIL", "admin@example.com", 1);
  ::setenv("MEDUSA_PASSWORD", "supersecret", 1);
  ::setenv("MEDUSA_CONFORMANCE_URL", url.c_str(), 1);
  ::setenv("MEDUSA_TLS_URL", tls.url("127.0.0.1").c_str(), 1);
  pid_t child = -1;
  int status = 0;
  if (::posix_spawnp(&child, argv[1], nullptr, nullptr, argv + 1, environ) != 0 ||
      ::waitpid(child, &status, 0) != child)
    return 127;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}
